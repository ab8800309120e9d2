#pragma once
// What a template may say. Checked once at start, before the engine reads it.
#include <optional>
#include <string>
#include <string_view>

namespace haidang::render {

// The first fault with its line ("line 7: section ITEMS is not closed"), or
// nullopt. Allowed: {{NAME}}, {{#NAME}}…{{/NAME}}, {{>NAME}}, {{!comment}},
// names of A-Z, 0-9 and _. Refused besides malformed or unbalanced tags:
// modifiers, pragmas and new delimiters (they could switch escaping off), a
// value inside a tag but outside quotes, and any tag inside <script> or <style>
// (escaping for HTML does not protect there).
std::optional<std::string> find_template_fault(std::string_view source);

}  // namespace haidang::render
