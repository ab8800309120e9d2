#include "render/templates.h"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_string.h>

#include <deque>
#include <set>
#include <stdexcept>

#include "render/template_check.h"

namespace haidang::render {
namespace {

ctemplate::TemplateString to_engine(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

// The root owns the engine's dictionary; sections and includes point into it.
struct Fields::Node {
  std::unique_ptr<ctemplate::TemplateDictionary> owned;
  ctemplate::TemplateDictionary* dictionary = nullptr;
  std::deque<Fields> children;        // a deque keeps references valid
  std::vector<std::string> included;  // template names, checked before rendering
};

Fields::Fields() : node_(std::make_unique<Node>()) {
  node_->owned = std::make_unique<ctemplate::TemplateDictionary>("page");
  node_->dictionary = node_->owned.get();
}
Fields::Fields(std::unique_ptr<Node> node) : node_(std::move(node)) {}
Fields::~Fields() = default;
Fields::Fields(Fields&&) noexcept = default;
Fields& Fields::operator=(Fields&&) noexcept = default;

void Fields::set(std::string_view name, std::string_view text) {
  node_->dictionary->SetValue(to_engine(name), escape_html(text));
}

void Fields::set(std::string_view name, const SafeHtml& html) {
  node_->dictionary->SetValue(to_engine(name), to_engine(html.text()));
}

Fields& Fields::section(std::string_view name) {
  auto child = std::make_unique<Node>();
  child->dictionary = node_->dictionary->AddSectionDictionary(to_engine(name));
  return node_->children.emplace_back(Fields(std::move(child)));
}

Fields& Fields::include(std::string_view name, std::string_view template_name) {
  auto child = std::make_unique<Node>();
  child->dictionary = node_->dictionary->AddIncludeDictionary(to_engine(name));
  child->dictionary->SetFilename(to_engine(template_name));
  node_->included.emplace_back(template_name);
  return node_->children.emplace_back(Fields(std::move(child)));
}

struct Templates::Cache {
  ctemplate::TemplateCache engine;
  std::set<std::string, std::less<>> names;

  void expect(std::string_view name) const {
    if (!names.contains(name)) throw std::runtime_error("there is no template \"" + std::string(name) + "\"");
  }
};

Templates::Templates(const std::vector<std::pair<std::string, std::string_view>>& sources)
    : cache_(std::make_unique<Cache>()) {
  for (const auto& [name, source] : sources) {
    if (const auto fault = find_template_fault(source)) {
      throw std::runtime_error("template \"" + name + "\", " + *fault);
    }
    const bool taken =
        cache_->engine.StringToTemplateCache(name, to_engine(source), ctemplate::STRIP_BLANK_LINES);
    if (!taken) throw std::runtime_error("template \"" + name + "\" is malformed or given twice");
    cache_->names.insert(name);
  }
  // Frozen, the cache is only read: that is what makes render() safe from any thread.
  cache_->engine.Freeze();
}

Templates::~Templates() = default;

void Templates::require(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) cache_->expect(name);
}

void Templates::check_includes(const Fields& fields) const {
  for (const std::string& name : fields.node_->included) cache_->expect(name);
  for (const Fields& child : fields.node_->children) check_includes(child);
}

std::string Templates::render(std::string_view template_name, const Fields& fields) const {
  cache_->expect(template_name);
  check_includes(fields);
  std::string out;
  const std::string name(template_name);
  if (!cache_->engine.ExpandNoLoad(name, ctemplate::STRIP_BLANK_LINES, fields.node_->dictionary, nullptr,
                                   &out)) {
    throw std::runtime_error("template \"" + name + "\" could not be rendered");
  }
  return out;
}

}  // namespace haidang::render
