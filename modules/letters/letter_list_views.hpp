#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/letters/letter_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace letters
{

struct LetterListView {
    html::Url list;
    html::Url models;
    std::string query;
    std::optional<LetterState> state;
    bool may_manage = false;
    bool may_edit_models = false;
    std::vector<LetterRow> rows;
    std::vector<LetterStateCount> counts;
    std::optional<html::Url> next;
    base::Instant now;
    std::string zone;
};
html::Html letter_list(const LetterListView& view);

struct NewLetterView {
    html::Url action;
    html::Url back;
    html::Url new_client;
    html::Html guard;
    guard::FormView fields;
    std::vector<ui::Choice> clients; ///< none: the page says to make one
    std::vector<ui::Choice> models;
    std::vector<ui::Choice> projects; ///< may be empty: the field is not there
};
html::Html new_letter_form(const NewLetterView& view);

/// Rows of a card on the page of a client.
html::Html letter_rows(const html::Url& list, const std::vector<LetterRow>& rows);
/// The same in his portal, each state in words for him.
html::Html own_letter_rows(const html::Url& list, const std::vector<LetterRow>& rows);

} // namespace letters
