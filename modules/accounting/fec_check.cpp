#include "modules/accounting/fec_check.hpp"

#include "kernel/base/csv_format.hpp"
#include "kernel/base/text.hpp"
#include "modules/accounting/fec.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace accounting
{
namespace
{

using Fields = std::vector<std::string>;

enum Column : std::size_t {
    journal_code,
    journal_label,
    entry_number_at,
    entry_day,
    account_number,
    account_label,
    party_number,
    party_label,
    piece_ref,
    piece_day,
    entry_label,
    debit_at,
    credit_at,
    letter,
    letter_day,
    valid_day,
    currency_amount,
    currency
};

bool is_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<base::Date> day_of(std::string_view text)
{
    constexpr std::size_t length = 8;
    if (text.size() != length || !is_digits(text)) return {};
    return base::Date::parse(std::string{text.substr(0, 4)} + "-" + std::string{text.substr(4, 2)} +
                             "-" + std::string{text.substr(6)});
}

/// « 1234,50 »: two decimals, no sign, no thousands.
std::optional<base::Cents> amount_of(std::string_view text)
{
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || text.size() - comma != 3) return {};
    const auto digits = std::string{text.substr(0, comma)} + std::string{text.substr(comma + 1)};
    base::Cents amount;
    if (!is_digits(digits)) return {};
    const auto* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, amount.value);
    if (read.ec != std::errc{} || read.ptr != end || !base::is_in_range(amount)) return {};
    return amount;
}

/// One line after the other, with what must be remembered of those before.
class Reader
{
  public:
    explicit Reader(const FecFile& file) : file_(file) {}

    void head(std::string_view line);
    void line(std::string_view line);
    FecRead finish();

  private:
    struct Sums {
        base::Cents difference;
        std::int64_t line = 0;
    };

    void fault(const char* code, std::int64_t line);
    void check_filled(const Fields& fields);
    void check_days(const Fields& fields);
    void check_numbers(const Fields& fields);
    void add(const Fields& fields, base::Cents debit, base::Cents credit);

    const FecFile& file_;
    FecRead read_;
    std::int64_t at_ = 1;
    std::map<std::string, Sums> entries_;
    std::map<std::string, std::set<std::string>> numbers_; ///< by journal
};

void Reader::fault(const char* code, std::int64_t line)
{
    if (read_.faults.size() < fec_faults_max) read_.faults.push_back({code, line});
}

void Reader::head(std::string_view line)
{
    if (line.find('\t') == std::string_view::npos && line.find('|') == std::string_view::npos)
        return fault("separator", 1);
    const auto names = base::split(line, '\t');
    if (!std::ranges::equal(names, fec_columns)) fault("columns", 1);
}

void Reader::line(std::string_view line)
{
    ++at_;
    if (base::trim(line).empty()) return fault("blank_line", at_);
    const auto text = file_.charset == Charset::utf8
                          ? base::csv_text(line, base::CsvEncoding::utf8)
                          : base::csv_text(line, base::CsvEncoding::iso8859_15);
    if (!text) return fault("charset", at_);
    const auto fields = base::split(*text, '\t');
    if (fields.size() != fec_columns.size()) return fault("field_count", at_);
    ++read_.lines;
    check_filled(fields);
    check_days(fields);
    check_numbers(fields);
}

void Reader::check_filled(const Fields& fields)
{
    for (const auto at :
         {journal_code, journal_label, entry_number_at, entry_day, account_number, account_label,
          piece_ref, piece_day, entry_label, debit_at, credit_at, valid_day})
        if (fields[at].empty()) fault("empty_field", at_);
    for (const auto& [one, other] :
         {std::pair{party_number, party_label}, std::pair{letter, letter_day},
          std::pair{currency_amount, currency}})
        if (fields[one].empty() != fields[other].empty()) fault("pair", at_);
    if (!fields[account_number].empty() && !is_account_number(fields[account_number]))
        fault("account", at_);
    const auto is_of_somebody = fields[account_number].starts_with("4");
    if (!fields[party_number].empty() && !is_of_somebody) fault("party_account", at_);
}

void Reader::check_days(const Fields& fields)
{
    for (const auto at : {entry_day, piece_day, valid_day, letter_day}) {
        if (fields[at].empty()) continue;
        const auto day = day_of(fields[at]);
        if (!day)
            fault("date", at_);
        else if (at == entry_day && (*day < file_.first || *day > file_.closing))
            fault("outside_year", at_);
    }
}

void Reader::check_numbers(const Fields& fields)
{
    const auto debit = amount_of(fields[debit_at]);
    const auto credit = amount_of(fields[credit_at]);
    if (!debit || !credit) return fault("amount", at_);
    if ((debit->value == 0) == (credit->value == 0)) fault("sides", at_);
    add(fields, *debit, *credit);
}

void Reader::add(const Fields& fields, base::Cents debit, base::Cents credit)
{
    const auto& number = fields[entry_number_at];
    auto& sums = entries_[fields[journal_code] + "\t" + number];
    sums.difference += debit - credit;
    sums.line = at_;
    numbers_[fields[journal_code]].insert(number);
    Entry one;
    one.lines.push_back({.account = {fields[account_number], fields[account_label]},
                         .party = {},
                         .debit = debit,
                         .credit = credit});
    read_.balance.add(one);
}

/// What follows the letters of a number: 12 of « VE000012 ».
std::int64_t rank_of(const std::string& number)
{
    const auto from = number.find_last_not_of("0123456789");
    const auto digits = from == std::string::npos ? number : number.substr(from + 1);
    std::int64_t rank = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), rank);
    return rank;
}

FecRead Reader::finish()
{
    for (const auto& [key, sums] : entries_)
        if (sums.difference.value != 0) fault("unbalanced", sums.line);
    for (const auto& [journal, numbers] : numbers_) {
        std::set<std::int64_t> ranks;
        for (const auto& number : numbers)
            ranks.insert(rank_of(number));
        const auto span = *ranks.rbegin() - *ranks.begin() + 1;
        if (span != std::ssize(ranks) || ranks.size() != numbers.size()) fault("gap", 0);
    }
    read_.entries = std::ssize(entries_);
    return std::move(read_);
}

bool is_named_well(std::string_view name, base::Date closing)
{
    constexpr std::size_t siren_length = 9;
    const auto siren = base::Siren::parse(name.substr(0, siren_length));
    return siren && name == fec_name(*siren, closing, ".txt");
}

} // namespace

FecRead read_fec(const FecFile& file)
{
    Reader reader{file};
    std::size_t from = 0;
    for (bool is_head = true; from < file.bytes.size(); is_head = false) {
        const auto end = std::min(file.bytes.find('\n', from), file.bytes.size());
        auto line = file.bytes.substr(from, end - from);
        if (line.ends_with('\r')) line.remove_suffix(1);
        from = end + 1;
        is_head ? reader.head(line) : reader.line(line);
    }
    auto read = reader.finish();
    if (read.lines == 0) read.faults.insert(read.faults.begin(), {"empty", 0});
    if (!is_named_well(file.name, file.closing)) read.faults.push_back({"name", 0});
    return read;
}

} // namespace accounting
