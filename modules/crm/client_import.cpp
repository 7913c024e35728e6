#include "modules/crm/client_import.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_forms.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using i18n::t;

template <class E>
std::optional<E> named(std::string_view name)
{
    E value{};
    if (forms::FieldType<E>::read({name}, value)) return {};
    return value;
}

std::string key_of(base::CsvProblem problem)
{
    return "crm.import.problem." + std::string{forms::enum_name(problem)};
}

base::Params limits_of(base::CsvProblem problem)
{
    const auto columns = problem == base::CsvProblem::columns;
    return {{"max", std::to_string(columns ? import_limits.columns : import_limits.cell_bytes)}};
}

/// More cells than there are columns: a separator inside a text that nobody quoted.
bool has_stray_cell(const base::CsvRecord& record, std::size_t columns)
{
    for (std::size_t at = columns; at < record.cells.size(); ++at)
        if (!base::trim(record.cells[at]).empty()) return true;
    return false;
}

struct TypedLine {
    forms::Typed typed;
    std::string country;
};

TypedLine typed_of(const base::CsvRecord& record, const std::vector<ImportField>& fields,
                   const ImportWords& words, ImportedLine& line)
{
    TypedLine out;
    for (std::size_t at = 0; at < fields.size() && at < record.cells.size(); ++at) {
        const auto field = fields[at];
        if (field == ImportField::none) continue;
        const auto text = base::trim(base::csv_meaning(record.cells[at]));
        const std::string name{forms::enum_name(field)};
        const auto value = words.value_of(field, text);
        if (!value)
            line.problems.push_back(line_problem(record.line, name, "crm.import.problem.word",
                                                 {{"value", base::shorten(text, 40)}}));
        else if (field == ImportField::billing_country)
            out.country = *value;
        else if (!value->empty())
            out.typed.emplace_back(name, *value);
    }
    return out;
}

bool has(const forms::Typed& typed, std::string_view name)
{
    return std::ranges::any_of(typed, [&](const auto& pair) { return pair.first == name; });
}

void note_country(const std::string& country, ImportedLine& line)
{
    forms::Text<0, 60> read;
    if (const auto error = forms::FieldType<forms::Text<0, 60>>::read({country}, read))
        line.problems.push_back(
            line_problem(line.line, "billing_country", error->key, error->params));
    line.client.billing_country = read.value;
}

} // namespace

std::vector<ImportField> fields_of(std::string_view columns)
{
    std::vector<ImportField> fields;
    if (columns.empty()) return fields;
    for (const auto& name : base::split(columns, ','))
        fields.push_back(named<ImportField>(name).value_or(ImportField::none));
    return fields;
}

std::string columns_of(const std::vector<ImportField>& fields)
{
    std::vector<std::string> names;
    for (const auto field : fields)
        names.emplace_back(forms::enum_name(field));
    return base::join(names, ",");
}

LineProblem line_problem(std::size_t line, std::string_view field, std::string_view reason,
                         const base::Params& params)
{
    std::vector<std::string> parts;
    for (const auto& [name, value] : params) {
        parts.push_back(name);
        parts.push_back(base::replace_all(value, "\n", " "));
    }
    return {.line = static_cast<std::int64_t>(line),
            .field = std::string{field},
            .reason = std::string{reason},
            .params = base::join(parts, "\n")};
}

std::string sentence_of(const LineProblem& problem)
{
    base::Params params;
    const auto parts = base::split(problem.params, '\n');
    for (std::size_t at = 0; at + 1 < parts.size(); at += 2)
        params.emplace_back(parts[at], parts[at + 1]);
    const auto words = t(problem.reason, params);
    if (problem.field.empty()) return words;
    return t("crm.import.problem.of_field",
             {{"field", t("crm.field." + problem.field)}, {"reason", words}});
}

ImportedLine read_line(const base::CsvRecord& record, const std::vector<ImportField>& fields,
                       const ImportWords& words)
{
    ImportedLine line{
        .client = {.origin = ClientOrigin::import}, .problems = {}, .line = record.line};
    if (record.problem != base::CsvProblem::none) {
        line.problems.push_back(
            line_problem(record.line, "", key_of(record.problem), limits_of(record.problem)));
        return line;
    }
    if (has_stray_cell(record, fields.size())) {
        line.problems.push_back(line_problem(record.line, "", "crm.import.problem.stray",
                                             {{"columns", std::to_string(fields.size())}}));
        return line;
    }
    auto [typed, country] = typed_of(record, fields, words, line);
    if (!has(typed, "kind"))
        typed.emplace_back("kind", has(typed, "company_name") ? "company" : "person");
    auto form = forms::bind<SaveClient>(typed);
    if (line.problems.empty()) check_whole(form);
    for (const auto& [field, error] : form.errors.all())
        line.problems.push_back(line_problem(record.line, field, error.key, error.params));
    line.client = applied(form.command, std::move(line.client));
    line.client.email = base::lower_ascii(line.client.email);
    note_country(country, line);
    name_client(line.client);
    return line;
}

bool complete(Client& client, const Client& other)
{
    bool is_changed = false;
    const auto fill = [&](std::string Client::*field) {
        if (!(client.*field).empty() || (other.*field).empty()) return;
        client.*field = other.*field;
        is_changed = true;
    };
    const bool has_address = !client.billing_address.empty() ||
                             !client.billing_postal_code.empty() || !client.billing_city.empty();
    for (auto field :
         {&Client::type, &Client::first_name, &Client::last_name, &Client::email, &Client::phone})
        fill(field);
    if (!has_address)
        for (auto field : {&Client::billing_address, &Client::billing_postal_code,
                           &Client::billing_city, &Client::billing_country})
            fill(field);
    return is_changed;
}

ImportLook look_at(std::string_view bytes, base::CsvFormat format, bool has_titles)
{
    ImportLook look;
    base::CsvReader reader{bytes, format, import_limits};
    std::size_t columns = 0;
    bool is_first = true;
    while (look.lines <= import_lines_max) {
        auto record = reader.next();
        if (!record) break;
        if (is_first) {
            look.is_too_wide = record->problem == base::CsvProblem::columns;
            columns = record->cells.size();
            if (has_titles) look.titles = record->cells;
        }
        if (!is_first || !has_titles) {
            ++look.lines;
            if (look.first.size() < import_preview_lines) look.first.push_back(*std::move(record));
        }
        is_first = false;
    }
    look.titles.resize(columns);
    for (std::size_t at = 0; at < columns; ++at)
        if (base::trim(look.titles[at]).empty())
            look.titles[at] = t("crm.import.column", {{"number", std::to_string(at + 1)}});
    return look;
}

bool begins_with_titles(std::string_view bytes, base::CsvFormat format, const ImportWords& words)
{
    const auto first = base::CsvReader{bytes, format, import_limits}.next();
    if (!first) return true;
    const auto is_known = [&](const auto& cell) {
        return words.field_of(cell) != ImportField::none;
    };
    if (std::ranges::any_of(first->cells, is_known)) return true;
    return std::ranges::none_of(first->cells, [](const auto& cell) {
        return cell.find_first_of("@0123456789") != std::string::npos;
    });
}

std::vector<LineProblem> obstacles(const ImportLook& look, const std::vector<ImportField>& fields)
{
    std::vector<LineProblem> found;
    const auto add = [&](std::string_view what, const base::Params& params = {}) {
        found.push_back(line_problem(0, "", "crm.import.obstacle." + std::string{what}, params));
    };
    const auto count = [&](ImportField field) { return std::ranges::count(fields, field); };
    if (look.is_too_wide) add("columns", {{"max", std::to_string(import_limits.columns)}});
    if (look.lines == 0) add("empty");
    if (look.lines > import_lines_max) add("lines", {{"max", i18n::number(import_lines_max)}});
    if (count(ImportField::company_name) + count(ImportField::last_name) == 0) add("name");
    if (count(ImportField::email) + count(ImportField::phone) +
            count(ImportField::billing_address) ==
        0)
        add("contact");
    for (auto field = static_cast<int>(ImportField::company_name);
         field <= static_cast<int>(ImportField::status); ++field)
        if (count(ImportField{field}) > 1)
            add("twice",
                {{"field", t("crm.field." + std::string{forms::enum_name(ImportField{field})})}});
    return found;
}

} // namespace crm
