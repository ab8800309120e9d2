#include "render/templates.h"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_string.h>

#include <list>
#include <set>
#include <stdexcept>

#include "render/template_check.h"

namespace haidang::render {
namespace {

ctemplate::TemplateString to_engine(std::string_view text) {
  return {text.data(), text.size()};
}

std::string_view from_engine(const ctemplate::TemplateString& text) {
  return {text.data(), text.size()};
}

}  // namespace

// The engine asks for what it meets in a template by this interface. Its own
// dictionary would register every name in a table shared by all threads.
struct Fields::Node final : ctemplate::TemplateDictionaryInterface {
  struct Value {
    std::string_view name;
    std::string text;  // as it is written out
  };
  struct Child {
    std::string_view name;
    std::string template_name;  // of an include; "" for a section
    Fields fields;
  };
  class Children final : public Iterator {
   public:
    Children(const std::list<Child>& children, std::string_view name)
        : end_(children.end()), at_(children.begin()), name_(name) {
      skip_others();
    }
    bool HasNext() const override { return at_ != end_; }
    const TemplateDictionaryInterface& Next() override {
      const Child& child = *at_++;
      skip_others();
      return *child.fields.node_;
    }

   private:
    void skip_others() {
      while (at_ != end_ && at_->name != name_) ++at_;
    }
    std::list<Child>::const_iterator end_;
    std::list<Child>::const_iterator at_;
    std::string_view name_;
  };

  const Node* around = nullptr;  // of a section: the level it stands in
  std::vector<Value> values;
  std::list<Child> children;  // a list keeps references valid

  // The nearest level, outwards, that has such a child; nullptr if none has.
  const Node* level_with(const ctemplate::TemplateString& name) const {
    for (const Node* level = this; level != nullptr; level = level->around)
      for (const Child& child : level->children)
        if (child.name == from_engine(name)) return level;
    return nullptr;
  }

  ctemplate::TemplateString GetValue(const ctemplate::TemplateString& name) const override {
    for (const Node* level = this; level != nullptr; level = level->around)
      for (auto value = level->values.rbegin(); value != level->values.rend(); ++value)
        if (value->name == from_engine(name)) return to_engine(value->text);
    return to_engine("");
  }
  bool IsHiddenSection(const ctemplate::TemplateString& name) const override {
    return level_with(name) == nullptr;
  }
  bool IsUnhiddenSection(const ctemplate::TemplateString& name) const override {
    return !IsHiddenSection(name);
  }
  bool IsHiddenTemplate(const ctemplate::TemplateString& name) const override {
    return IsHiddenSection(name);
  }
  const char* GetIncludeTemplateName(const ctemplate::TemplateString& name, int number) const override {
    for (const Child& child : level_with(name)->children)
      if (child.name == from_engine(name) && number-- == 0) return child.template_name.c_str();
    return "";
  }
  Iterator* CreateSectionIterator(const ctemplate::TemplateString& name) const override {
    const Node* level = level_with(name);
    return std::make_unique<Children>((level == nullptr ? this : level)->children, from_engine(name))
        .release();
  }
  Iterator* CreateTemplateIterator(const ctemplate::TemplateString& name) const override {
    return CreateSectionIterator(name);
  }
  void DumpToString(std::string* out, int) const override { out->append("fields"); }
};

Fields::Fields() : node_(std::make_unique<Node>()) {}
Fields::~Fields() = default;
Fields::Fields(Fields&&) noexcept = default;
Fields& Fields::operator=(Fields&&) noexcept = default;

void Fields::set(std::string_view name, std::string_view text) {
  node_->values.push_back({name, escape_html(text)});
}

void Fields::set(std::string_view name, SafeHtml html) {
  node_->values.push_back({name, std::move(html).text()});
}

Fields& Fields::section(std::string_view name) {
  Fields& added = node_->children.emplace_back(Node::Child{name, {}, {}}).fields;
  added.node_->around = node_.get();
  return added;
}

Fields& Fields::include(std::string_view name, std::string_view template_name) {
  return node_->children.emplace_back(Node::Child{name, std::string(template_name), {}}).fields;
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
  for (const Fields::Node::Child& child : fields.node_->children) {
    if (!child.template_name.empty()) cache_->expect(child.template_name);
    check_includes(child.fields);
  }
}

std::string Templates::render(std::string_view template_name, const Fields& fields) const {
  cache_->expect(template_name);
  check_includes(fields);
  std::string out;
  const std::string name(template_name);
  if (!cache_->engine.ExpandNoLoad(name, ctemplate::STRIP_BLANK_LINES, fields.node_.get(), nullptr, &out)) {
    throw std::runtime_error("template \"" + name + "\" could not be rendered");
  }
  return out;
}

}  // namespace haidang::render
