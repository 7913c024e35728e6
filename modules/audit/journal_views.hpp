#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/audit/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace audit
{

struct JournalLine {
    std::string actor;
    bool is_program = false; ///< nobody: no avatar
    std::string what;
    std::string changes;
    std::string address;
    std::string time; ///< of day
    std::optional<html::Url> to;
};

struct JournalDay {
    std::string title;
    std::string id;
    std::vector<JournalLine> lines;
};

struct JournalView {
    html::Url page;
    html::Url export_to;
    html::Html export_guard; ///< without a form key: a file may be asked for twice from one page
    /// As typed, for the fields: personne, objet, id, action, du, au.
    std::vector<std::pair<std::string, std::string>> typed;
    std::vector<ui::Choice> people;
    std::vector<ui::Choice> kinds;
    std::vector<ui::Choice> actions;
    std::string subject; ///< the one object looked for; empty = any
    std::vector<JournalDay> days;
    std::string problem;
    bool is_filtered = false;
    std::optional<html::Url> newest; ///< when this is not the first page
    std::optional<html::Url> older;
};
html::Html journal_page(const JournalView& view);

} // namespace audit
