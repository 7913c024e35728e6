#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/letters/block_views.hpp"

#include <string>
#include <vector>

/// The editor of blocks, of a model or of a letter, beside the pages they make.
namespace letters
{

/// The form of everything; buttons in the bar belong to it.
inline constexpr const char* editor_form = "letter-form";

struct EditorView {
    html::Url save;
    html::Url paper;       ///< the PDF of what is typed
    html::Url typed_pages; ///< its pages as images, for the script
    html::Html guard;
    guard::FormView fields; ///< colour and spacing among them
    const forms::Errors& errors;
    const TypedBlocks& blocks;
    ShownPictures kept_pictures;
    std::string heading;
    std::string detail;
    html::Html head;       ///< the fields a model or a letter has besides
    html::Html below;      ///< cards below the form: versions, removal
    html::Html shown_as{}; ///< above the pages: whose letter they are
    std::string preview_note;
    std::vector<html::Url> pictures; ///< the pages as they are saved
    std::string version;
    std::string trouble{};
    int focus_key = 0;       ///< the block a button moved
    bool is_unsaved = false; ///< what is shown was typed and is not saved
};
html::Html editor(const EditorView& view);

/// For the bar: preview, save and what else there is to do.
html::Html editor_actions(const html::Url& paper, const html::Html& more);

} // namespace letters
