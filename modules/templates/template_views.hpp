#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"

#include <string>
#include <vector>

namespace templates
{

struct TemplateCard {
    std::string code;
    std::string name;
    std::string detail; ///< « Version 3 », or what a ready one is like
    html::Url picture;
    std::optional<html::Url> page;       ///< of an own one
    std::vector<std::string> chosen_for; ///< « Devis »
};
struct TypeChoice {
    std::string type;
    std::string label;
    std::string chosen; ///< a code
};
struct TemplateListView {
    html::Url copy;
    html::Url choose;
    html::Html guard;
    std::vector<TemplateCard> own;
    std::vector<TemplateCard> ready;
    std::vector<TypeChoice> types;
    std::string trouble; ///< why something was refused
};
html::Html template_list(const TemplateListView& view);

struct VersionLine {
    std::int64_t version = 0;
    std::string when;
};
struct TemplateEditorView {
    html::Url save;
    html::Url paper;       ///< the PDF of what is typed
    html::Url typed_pages; ///< its pages as images, for the script
    html::Url restore;
    html::Url remove;
    std::vector<html::Url> pictures; ///< the pages of a sample, as it is saved
    html::Html guard;
    guard::FormView fields;
    std::string name;
    std::int64_t version = 1;
    std::string terms_html;
    std::string legal;                   ///< what stands in the foot whatever is typed
    std::vector<std::string> chosen_for; ///< « Devis »
    std::vector<VersionLine> versions;   ///< earlier ones
    std::string trouble;
    bool is_unsaved = false; ///< what is shown was typed and refused
};
html::Html template_editor(const TemplateEditorView& view);
/// For the bar: preview and save.
html::Html template_editor_actions(const TemplateEditorView& view);

} // namespace templates
