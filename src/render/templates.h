#pragma once
// Logic-less HTML templates. A view model is turned into Fields in one function
// (rule 11); values are escaped unless they are SafeHtml.
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/safe_html.h"

namespace haidang::render {

// Values for one level of a template: texts, markup, and repeated sections.
// {{NAME}} in a template is fields.set("NAME", …); {{#ITEMS}}…{{/ITEMS}} repeats
// once for every fields.section("ITEMS"), which also sees the values around it;
// {{>FRAME}} includes another template, which sees only its own. Names are
// literals: they are not copied.
class Fields {
 public:
  Fields();
  ~Fields();
  Fields(Fields&&) noexcept;
  Fields& operator=(Fields&&) noexcept;
  void set(std::string_view name, std::string_view text);
  void set(std::string_view name, SafeHtml html);
  // Adds one repetition of a section; the reference lives as long as this.
  Fields& section(std::string_view name);
  void show(std::string_view name) { section(name); }
  // Adds an included template.
  Fields& include(std::string_view name, std::string_view template_name);

 private:
  friend class Templates;
  struct Node;
  std::unique_ptr<Node> node_;
};

// All templates, compiled once at start; render() from any thread.
class Templates {
 public:
  // (name, source) pairs; throws std::runtime_error naming the template and the fault.
  explicit Templates(const std::vector<std::pair<std::string, std::string_view>>& sources);
  ~Templates();
  // Throws std::runtime_error naming the first that does not exist: shells ask
  // for theirs at start, so that no reader meets the gap.
  void require(std::initializer_list<std::string_view> names) const;
  std::string render(std::string_view template_name, const Fields& fields) const;

 private:
  struct Cache;
  void check_includes(const Fields& fields) const;
  std::unique_ptr<Cache> cache_;
};

}  // namespace haidang::render
