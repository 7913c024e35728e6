#include "modules/bank/statement_csv.hpp"

#include "kernel/base/csv_reader.hpp"
#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace bank
{
namespace
{

constexpr std::size_t head_lines_max = 30; ///< banks write the account and balances above the table
constexpr std::size_t columns_min = 3;
constexpr std::size_t shown_lines = 3;
constexpr base::CsvLimits limits{.columns = columns_max, .cell_bytes = 8'000};

using Words = std::initializer_list<std::string_view>;

bool begins_with(const std::string& title, Words words)
{
    return std::ranges::any_of(words, [&](auto word) { return title.starts_with(word); });
}

bool holds(const std::string& title, Words words)
{
    return std::ranges::any_of(words,
                               [&](auto word) { return title.find(word) != std::string::npos; });
}

ColumnRole role_of(const std::string& title)
{
    if (begins_with(title, {"date", "jour"})) return ColumnRole::day;
    if (begins_with(title, {"solde"})) return ColumnRole::none;
    if (begins_with(title, {"devise", "monnaie"})) return ColumnRole::currency;
    if (holds(title, {"credit", "encaissement", "recette", "depot"})) return ColumnRole::credit;
    if (holds(title, {"debit", "decaissement", "depense", "retrait"})) return ColumnRole::debit;
    if (begins_with(title, {"montant", "amount", "valeur"})) return ColumnRole::amount;
    if (begins_with(title, {"reference", "numero d operation"})) return ColumnRole::reference;
    if (begins_with(title, {"emetteur", "donneur", "contrepartie", "tiers", "nom"}))
        return ColumnRole::payer;
    if (begins_with(title, {"libelle", "description", "operation", "communication", "detail",
                            "information", "motif", "label"}))
        return ColumnRole::label;
    return ColumnRole::none;
}

/// One day: that of the operation rather than that of its value.
void keep_one_day(Columns& columns, const std::vector<std::string>& titles)
{
    std::optional<std::size_t> chosen;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at] != ColumnRole::day) continue;
        const auto is_value = [&](std::size_t column) { return holds(titles[column], {"valeur"}); };
        if (!chosen || (is_value(*chosen) && !is_value(at))) chosen = at;
    }
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (columns[at] == ColumnRole::day && at != chosen) columns[at] = ColumnRole::none;
}

Columns columns_of(const std::vector<std::string>& cells)
{
    Columns columns;
    std::vector<std::string> titles;
    for (const auto& cell : cells) {
        titles.push_back(base::fold(cell));
        auto role = role_of(titles.back());
        const bool is_taken = role != ColumnRole::label && role != ColumnRole::day &&
                              std::ranges::find(columns, role) != columns.end();
        columns.push_back(is_taken ? ColumnRole::none : role);
    }
    keep_one_day(columns, titles);
    return columns;
}

/// Whether a line is a movement rather than titles.
bool has_day(const std::vector<std::string>& cells)
{
    return std::ranges::any_of(cells, [](const auto& cell) { return read_day(cell).has_value(); });
}

std::string key_of(const std::vector<std::string>& titles)
{
    if (has_day(titles)) return "#" + std::to_string(titles.size());
    std::vector<std::string> folded;
    for (const auto& title : titles)
        folded.push_back(base::fold(title));
    return base::base64url(base::sha256(base::join(folded, "\n")));
}

struct Head {
    std::vector<std::vector<std::string>> records;
    std::size_t at = 0;
    bool is_known = false;
};

/// The line whose titles are known, else the first of the widest ones.
Head head_of(std::string_view bytes, base::CsvFormat format)
{
    Head head;
    base::CsvReader reader{bytes, format, limits};
    while (head.records.size() < head_lines_max + shown_lines) {
        auto record = reader.next();
        if (!record) break;
        if (record->problem == base::CsvProblem::text) return {};
        head.records.push_back(std::move(record->cells));
    }
    for (std::size_t at = 0; at < head.records.size() && at < head_lines_max; ++at) {
        head.is_known = are_enough(columns_of(head.records[at]));
        if (head.is_known || head.records[at].size() > head.records[head.at].size()) head.at = at;
        if (head.is_known) break;
    }
    return head;
}

CsvLook look_of(base::CsvFormat format, const Head& head)
{
    CsvLook look{.format = format,
                 .head_line = head.at,
                 .titles = head.records[head.at],
                 .first = {},
                 .columns = columns_of(head.records[head.at]),
                 .key = key_of(head.records[head.at])};
    for (auto at = head.at; at < head.records.size() && look.first.size() < shown_lines; ++at)
        if (at > head.at || has_day(look.titles)) look.first.push_back(head.records[at]);
    return look;
}

/// The cells of one line by what they say.
class Cells
{
  public:
    Cells(const base::CsvRecord& record, const Columns& columns)
        : record_(record), columns_(columns)
    {
    }
    std::string of(ColumnRole role) const
    {
        std::vector<std::string> parts;
        for (std::size_t at = 0; at < columns_.size() && at < record_.cells.size(); ++at) {
            if (columns_[at] != role) continue;
            auto part = base::trim(base::normalise(record_.cells[at]));
            if (!part.empty()) parts.push_back(std::move(part));
        }
        return base::join(parts, " ");
    }

  private:
    const base::CsvRecord& record_;
    const Columns& columns_;
};

std::optional<base::Cents> amount_of(const Cells& cells, base::Currency currency)
{
    for (const auto role : {ColumnRole::amount, ColumnRole::credit, ColumnRole::debit}) {
        const auto text = cells.of(role);
        if (text.empty()) continue;
        const auto amount = read_typed_cents(text, currency);
        if (!amount) return {};
        if (amount->value == 0 && role != ColumnRole::debit) continue;
        const bool is_out = role == ColumnRole::debit && amount->value > 0;
        return is_out ? -*amount : amount;
    }
    return {};
}

void read_record(const Cells& cells, base::Currency currency, StatementRead& read)
{
    const auto day = read_day(cells.of(ColumnRole::day));
    const auto amount = amount_of(cells, currency);
    if (!day || !amount) {
        ++read.unread;
        return;
    }
    const auto other = base::fold(cells.of(ColumnRole::currency));
    const bool is_ours = other.empty() || other == base::fold(base::currency_code(currency)) ||
                         (currency == base::Currency::EUR && other.starts_with("euro"));
    if (!is_ours) read.fault = StatementFault::other_currency;
    add_line(read, {.booked_on = *day,
                    .amount = *amount,
                    .label = cells.of(ColumnRole::label),
                    .counterpart = cells.of(ColumnRole::payer),
                    .reference = cells.of(ColumnRole::reference)});
}

} // namespace

bool are_enough(const Columns& columns)
{
    const auto count = [&](ColumnRole role) { return std::ranges::count(columns, role); };
    const auto many = [&](ColumnRole role) { return count(role) > 1; };
    using enum ColumnRole;
    if (std::ranges::any_of(std::array{day, amount, credit, debit, payer, reference, currency},
                            many))
        return false;
    return count(day) == 1 && count(label) > 0 && count(amount) + count(credit) > 0;
}

std::optional<CsvLook> look_at_csv(std::string_view bytes)
{
    using enum base::CsvDelimiter;
    auto format = base::guess_csv_format(bytes);
    if (!base::csv_text(bytes, format.encoding)) return {};
    std::optional<CsvLook> widest;
    for (const auto delimiter : std::array{format.delimiter, semicolon, comma, tab, bar}) {
        format.delimiter = delimiter;
        const auto head = head_of(bytes, format);
        if (head.records.empty() || head.records[head.at].size() < columns_min) continue;
        auto look = look_of(format, head);
        if (head.is_known) return look;
        if (!widest || look.titles.size() > widest->titles.size()) widest = std::move(look);
    }
    return widest;
}

StatementRead read_csv(std::string_view bytes, const CsvLook& look, const Columns& columns,
                       base::Currency currency)
{
    StatementRead read{.fault = {}, .format = StatementFormat::csv, .account = {}};
    base::CsvReader reader{bytes, look.format, limits};
    for (std::size_t at = 0; !read.fault; ++at) {
        const auto record = reader.next();
        if (!record) break;
        const Cells cells{*record, columns};
        const bool is_above =
            at < look.head_line || (at == look.head_line && !has_day(look.titles));
        if (is_above) continue;
        if (record->problem != base::CsvProblem::none)
            ++read.unread;
        else
            read_record(cells, currency, read);
        if (read.unread > lines_max) read.fault = StatementFault::too_many_lines;
    }
    const bool is_empty = read.lines.empty() && read.unread > 0;
    if (!read.fault && is_empty) read.fault = StatementFault::not_understood;
    return read;
}

} // namespace bank
