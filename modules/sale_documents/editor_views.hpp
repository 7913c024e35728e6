#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/sale_documents/typed_document.hpp"

#include <optional>
#include <string>
#include <vector>

/// The editor of a document of lines: its lines, its discount and its deposit, counted by the
/// server while one types.
namespace sale_documents
{

/// The id of its form: for buttons that stand outside.
inline constexpr const char* editor_form = "sale-form";

enum class Deposit { asked, never };
/// Whether a line may be proposed rather than sold.
enum class Proposals { offered, never };

struct EditorView {
    html::Url action; ///< takes the form; with « /totaux » after it, answers `live_figures`
    html::Html guard;
    TypedDocument document;
    Books books;
    guard::FormView fields; ///< of the head: discount, discount_unit, deposit, deposit_unit…
    std::string version;    ///< of what the page shows
    std::string heading;    ///< for who hears the page
    html::Html notice{};    ///< above all: what somebody else saved meanwhile
    html::Html head{};      ///< must have the field « client »
    html::Html below{};     ///< must have the field « prices »
    Deposit deposit = Deposit::asked;
    Proposals proposals = Proposals::offered;
    bool may_edit = false;
    bool is_unsaved = false; ///< typed and not saved: a refused form, a step without JavaScript
    int focus_key = 0;       ///< the line a step was about; 0: none
    std::optional<html::Url> catalogue_path{}; ///< for who may take lines from a price book
    html::Html catalogue{};                    ///< shown; empty: closed
};
html::Html editor(const EditorView& view);

/// « Hors taxes (HT) », « Toutes taxes comprises (TTC) ».
std::vector<ui::Choice> price_choices(const Books& books);

/// What the script of the editor puts in place while one types: figures, deposit, the totals of
/// lines and what is wrong with them, each by its id.
html::Html live_figures(const TypedDocument& document, const Books& books);

/// A saved document, to read beside what was typed.
struct SavedDocument {
    TypedDocument document;
    std::string title;
    std::string client_name;
};
html::Html saved_document(const SavedDocument& saved, const Books& books);
/// That somebody else saved it meanwhile, and what.
html::Html stale_notice(const std::string& words, const html::Html& saved);

} // namespace sale_documents
