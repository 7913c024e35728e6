#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/list.hpp"
#include "modules/quotes/quote_forms.hpp"
#include "modules/quotes/quote_store.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quotes
{

html::Url quotes_path(std::string_view slug);
html::Url quote_path(std::string_view slug, QuoteId quote);

struct QuoteListView {
    std::string slug;
    std::string query;
    std::optional<QuoteState> state;
    bool may_manage = false;
    std::vector<QuoteRow> rows;
    std::map<QuoteState, std::int64_t> counts;
    std::optional<html::Url> next;
    Books books;
    base::Instant now;
    std::string zone;
};
html::Html quote_list(const QuoteListView& view);

struct NewQuoteView {
    html::Url action;
    html::Url back;
    html::Url new_client;
    html::Html guard;
    guard::FormView fields;
    std::vector<ui::Choice> clients; ///< none: the page says to make one
};
html::Html new_quote_form(const NewQuoteView& view);

/// The editor, or what it shows to who may only read.
struct EditorView {
    html::Url action;
    html::Html guard;
    const QuoteForm& form;
    std::string client_name;
    std::vector<ui::Choice> clients;
    Books books;
    bool may_edit = false;
    bool is_unsaved = false; ///< typed and not saved: a refused form, a step without JavaScript
    int focus_key = 0;       ///< the line a step was about; 0: none
    html::Html saved{};      ///< what somebody else saved meanwhile
    bool is_stale = false;
    forms::Typed saved_head{}; ///< of a stale form: what the saved one would have typed
    std::optional<html::Url> catalogue_path; ///< for who may take lines from a price book
    html::Html catalogue{};                  ///< shown; empty: closed
};
html::Html quote_editor(const EditorView& view);

struct RemovalView {
    html::Url action;
    html::Url back;
    html::Html guard;
    const Quote& quote;
    std::string client_name;
    Books books;
};
html::Html removal_page(const RemovalView& view);

} // namespace quotes
