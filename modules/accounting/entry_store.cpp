#include "modules/accounting/entry_store.hpp"

#include "kernel/db/insert_all.hpp"
#include "kernel/db/lots.hpp"
#include "kernel/forms/field_types.hpp"

namespace accounting
{
namespace
{

constexpr db::Table<EntryRow> entry_table{"accounting_entry"};
constexpr db::Table<LineRow> line_table{"accounting_line"};
constexpr int lines_of_lot_max = 5'000;
constexpr const char* never = "0001-01-01"; ///< nothing is closed

constexpr db::Query hold_books{"accounting.hold", R"sql(
    INSERT INTO accounting_books (workspace_id, id, closed_until)
    VALUES (:workspace, 1, :never)
    ON CONFLICT (workspace_id, id) DO UPDATE SET id = 1
    RETURNING closed_until
)sql"};

constexpr db::Query read_closed{"accounting.closed_until", R"sql(
    SELECT closed_until FROM accounting_books WHERE workspace_id = :workspace AND id = 1
)sql"};

constexpr db::Query write_closed{"accounting.close", R"sql(
    UPDATE accounting_books SET closed_until = :last WHERE workspace_id = :workspace AND id = 1
)sql"};

constexpr db::Query count_one{"accounting.count", R"sql(
    INSERT INTO accounting_counter (workspace_id, journal, year, last)
    VALUES (:workspace, :journal, :year, 1)
    ON CONFLICT (workspace_id, journal, year) DO UPDATE SET last = accounting_counter.last + 1
    RETURNING last
)sql"};

constexpr db::Query list_entries{"accounting.entries", R"sql(
    SELECT id, journal, year, number, day, piece, piece_day, label, validated_on
      FROM accounting_entry
     WHERE workspace_id = :workspace AND day <= :last
       AND (day, journal, number) > (:after_day, :after_journal, :after_number)
       AND (CAST(:journal AS TEXT) = '' OR journal = :journal)
     ORDER BY day, journal, number
     LIMIT :limit
)sql"};

constexpr db::Query lines_of_entries{"accounting.lines", R"sql(
    SELECT entry_id, position, account, account_label, party, party_label, debit, credit
      FROM accounting_line
     WHERE workspace_id = :workspace
       AND entry_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                        :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                        :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                        :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                        :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
     ORDER BY entry_id, position LIMIT :limit
)sql"};

constexpr db::Query sum_journals{"accounting.journals", R"sql(
    SELECT e.journal, count(DISTINCT e.id) AS count, CAST(sum(l.debit) AS BIGINT) AS debit
      FROM accounting_entry e
      JOIN accounting_line l ON l.workspace_id = e.workspace_id AND l.entry_id = e.id
     WHERE e.workspace_id = :workspace AND e.day >= :first AND e.day <= :last
     GROUP BY e.journal ORDER BY e.journal LIMIT 10
)sql"};

constexpr db::Query sum_piece{"accounting.standing", R"sql(
    SELECT e.journal, l.account, l.account_label, l.party, l.party_label,
           CAST(sum(l.debit) - sum(l.credit) AS BIGINT) AS balance
      FROM accounting_entry e
      JOIN accounting_line l ON l.workspace_id = e.workspace_id AND l.entry_id = e.id
     WHERE e.workspace_id = :workspace AND e.piece = :piece
     GROUP BY e.journal, l.account, l.account_label, l.party, l.party_label
    HAVING sum(l.debit) <> sum(l.credit)
     ORDER BY e.journal, l.account, l.party LIMIT :limit
)sql"};

constexpr db::Query sum_accounts{"accounting.balance", R"sql(
    SELECT l.account, max(l.account_label) AS label, CAST(sum(l.debit) AS BIGINT) AS debit,
           CAST(sum(l.credit) AS BIGINT) AS credit
      FROM accounting_entry e
      JOIN accounting_line l ON l.workspace_id = e.workspace_id AND l.entry_id = e.id
     WHERE e.workspace_id = :workspace AND e.day >= :first AND e.day <= :last
     GROUP BY l.account ORDER BY l.account LIMIT :limit
)sql"};

std::optional<base::Date> closed_day(const std::vector<std::string>& rows)
{
    if (rows.empty() || rows.front() == never) return {};
    return base::Date::parse(rows.front());
}

} // namespace

std::optional<base::Date> EntryStore::hold()
{
    return closed_day(tx_.values<std::string>(hold_books, {{"never", never}}));
}

std::optional<base::Date> EntryStore::closed_until()
{
    return closed_day(tx_.values<std::string>(read_closed));
}

void EntryStore::close_until(base::Date last)
{
    tx_.execute(write_closed, {{"last", last}});
}

std::int64_t EntryStore::next_number(Journal journal, std::int64_t year)
{
    return tx_.values<std::int64_t>(count_one, {{"journal", journal}, {"year", year}}).front();
}

void EntryStore::insert(const EntryRow& entry, const std::vector<EntryLine>& lines)
{
    tx_.insert(entry_table, entry);
    std::vector<LineRow> rows;
    for (const auto& line : lines)
        rows.push_back({.entry_id = entry.id,
                        .position = static_cast<std::int64_t>(rows.size()) + 1,
                        .account = line.account.number,
                        .account_label = line.account.label,
                        .party = line.party ? line.party->number : "",
                        .party_label = line.party ? line.party->label : "",
                        .debit = line.debit,
                        .credit = line.credit});
    db::insert_all(tx_, line_table, rows);
}

std::vector<EntryRow> EntryStore::entries(const EntrySearch& search)
{
    using Text = std::string;
    const auto& after = search.after;
    const bool is_begun = static_cast<bool>(after.id);
    return tx_.rows<EntryRow>(
        list_entries,
        {{"last", search.last},
         {"journal", search.journal ? Text{forms::enum_name(*search.journal)} : Text{}},
         {"after_day", is_begun ? after.day : search.first},
         {"after_journal", is_begun ? Text{forms::enum_name(after.journal)} : Text{}},
         {"after_number", is_begun ? after.number : 0},
         {"limit", search.limit}});
}

std::vector<LineRow> EntryStore::lines(const std::vector<EntryId>& entries)
{
    std::vector<LineRow> all;
    for (std::size_t first = 0; first < entries.size(); first += db::lot_max) {
        auto binds = db::lot_binds(entries, first);
        binds.emplace_back("limit", lines_of_lot_max);
        const auto some = tx_.rows<LineRow>(lines_of_entries, binds);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::vector<StandingRow> EntryStore::standing(std::string_view piece)
{
    return tx_.rows<StandingRow>(sum_piece,
                                 {{"piece", std::string{piece}}, {"limit", balance_rows_max}});
}

std::vector<JournalSum> EntryStore::journals(base::Date first, base::Date last)
{
    return tx_.rows<JournalSum>(sum_journals, {{"first", first}, {"last", last}});
}

std::vector<BalanceRow> EntryStore::balance(base::Date first, base::Date last)
{
    return tx_.rows<BalanceRow>(sum_accounts,
                                {{"first", first}, {"last", last}, {"limit", balance_rows_max}});
}

} // namespace accounting
