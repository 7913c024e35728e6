#include "kernel/audit/head_file.hpp"
#include "modules/ledger/ledger_test_kit.hpp"
#include "modules/ledger/trusted_keys_store.hpp"

#include <array>
#include <fstream>
#include <random>

using namespace ledger_test;
using ledger::Wrong;

namespace
{

struct Column {
    std::string name;
    bool is_text = false;
};
const std::array columns{
    Column{"workspace_id"},   Column{"seq"},           Column{"at"},
    Column{"actor"},          Column{"family", true},  Column{"kind", true},
    Column{"day", true},      Column{"payload", true}, Column{"key", true},
    Column{"previous", true}, Column{"hash", true},    Column{"signature", true}};

/// Any bit that leaves text a database takes: PostgreSQL wants UTF-8 without a zero.
std::string with_bit_flipped(const std::string& text, std::mt19937& random)
{
    for (;;) {
        auto other = text;
        auto& byte = other[random() % other.size()];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (random() % 7)));
        const auto flipped = static_cast<unsigned char>(byte);
        if (flipped >= ' ' && flipped < 127) return other;
    }
}

std::string sql_text(const std::string& text)
{
    std::string out{"'"};
    for (const char c : text)
        out += c == '\'' ? std::string{"''"} : std::string{c};
    return out + "'";
}

std::string text_of(const ledger::Record& record, const std::string& column)
{
    std::string found;
    boost::mp11::mp_for_each<db::Members<ledger::Record>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(record.*member.pointer)>;
        if constexpr (std::is_same_v<Member, std::string>)
            if (column == member.name) found = record.*member.pointer;
    });
    return found;
}

/// Flips one bit of one column of one record: as SQL, and back.
struct Flip {
    std::string deed;
    std::string undone;
};
Flip flip(const ledger::Record& record, const Column& column, std::mt19937& random)
{
    const auto where = [&](const std::string& workspace, const std::string& seq) {
        return " WHERE workspace_id = " + workspace + " AND seq = " + seq;
    };
    const auto seq = std::to_string(record.seq);
    const auto set = [&](const std::string& value) {
        return "UPDATE ledger_event SET " + column.name + " = " + value;
    };
    if (column.is_text) {
        const auto text = text_of(record, column.name);
        return {set(sql_text(with_bit_flipped(text, random))) + where("7", seq),
                set(sql_text(text)) + where("7", seq)};
    }
    const auto bit = std::to_string(std::int64_t{1} << (6 + random() % 50));
    const auto other =
        "((" + column.name + " | " + bit + ") - (" + column.name + " & " + bit + "))";
    const auto is_place = column.name == "seq" || column.name == "workspace_id";
    const auto flipped = [&](std::int64_t value) {
        return std::to_string(value ^ std::stoll(bit));
    };
    const auto moved = !is_place              ? where("7", seq)
                       : column.name == "seq" ? where("7", flipped(record.seq))
                                              : where(flipped(7), seq);
    return {set(other) + where("7", seq), set(other) + moved};
}

} // namespace

TEST_CASE_ENGINES("one bit flipped anywhere in the chain is found, and its record is named")
{ // INV-062
    Books books{engine};
    books.fill();
    REQUIRE(books.verdict().is_intact());
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    MESSAGE("seed " << seed);
    std::mt19937 random{seed};
    const auto records = books.records();
    for (int round = 0; round < 3; ++round)
        for (const auto& column : columns) {
            const auto& record = records[random() % records.size()];
            if (column.is_text && text_of(record, column.name).empty()) continue;
            const auto flipped = flip(record, column, random);
            CAPTURE(flipped.deed);
            books.tamper(flipped.deed);
            const auto verdict = books.verdict();
            CHECK(verdict.broken.value_or(ledger::Broken{}).seq == record.seq);
            books.tamper(flipped.undone);
        }
    CHECK(books.verdict().is_intact());
}

TEST_CASE_ENGINES("a record gone, added, moved to another business or counted otherwise is named")
{
    Books books{engine};
    books.fill();
    const auto copy = "CREATE TABLE kept AS SELECT * FROM ledger_event;";
    books.tamper(copy);
    const auto all = static_cast<std::int64_t>(books.records().size());
    const auto broken = [&](const std::string& sql) {
        books.tamper(sql);
        const auto found = books.verdict().broken.value_or(ledger::Broken{});
        books.tamper("DELETE FROM ledger_event; INSERT INTO ledger_event SELECT * FROM kept;"
                     "UPDATE ledger_chain SET last_seq = " +
                     std::to_string(all) + " WHERE workspace_id = 7");
        return found;
    };
    const auto at = [](std::int64_t seq) {
        return " WHERE workspace_id = 7 AND seq = " + std::to_string(seq);
    };
    CHECK(broken("DELETE FROM ledger_event" + at(5)) == ledger::Broken{5, Wrong::missing});
    CHECK(broken("DELETE FROM ledger_event" + at(all)) == ledger::Broken{all, Wrong::missing});
    CHECK(broken("UPDATE ledger_event SET seq = 99" + at(3) + ";UPDATE ledger_event SET seq = 3" +
                 at(4) + ";UPDATE ledger_event SET seq = 4" + at(99))
              .seq == 3);
    CHECK(broken("UPDATE ledger_chain SET last_seq = 2 WHERE workspace_id = 7") ==
          ledger::Broken{3, Wrong::counter_wrong});
    CHECK(broken("DELETE FROM ledger_event WHERE workspace_id = 7 AND seq = 1;"
                 "UPDATE ledger_event SET workspace_id = 7 WHERE workspace_id = 8 AND seq = 1")
              .seq == 1);
    CHECK(books.verdict().is_intact());
}

TEST_CASE_ENGINES("history written again by who holds the database and not the key is forged")
{
    Books books{engine};
    books.fill();
    const secrets::SigningKey stolen{secrets::Key{std::string(32, 's')}};
    auto record = books.records().at(0);
    record.payload = payload_of(invoice("F-1", 1, date("2026-11-20")));
    record = ledger::signed_record(7, record, stolen);
    books.tamper("UPDATE ledger_event SET payload = " + sql_text(record.payload) +
                 ", key = " + sql_text(record.key) + ", hash = " + sql_text(record.hash) +
                 ", signature = " + sql_text(record.signature) +
                 " WHERE workspace_id = 7 AND seq = 1");
    CHECK(books.verdict().broken == ledger::Broken{1, Wrong::forged});
}

TEST_CASE_ENGINES("a tail cut off with its counter is missed by the heads kept outside")
{
    Books books{engine};
    books.fill();
    ledger::keep_heads(books.database(), books.heads());
    // no row of « workspace » here: the heads are written by hand below
    const auto last = books.records().back();
    const audit::HeadFile file{books.heads()};
    file.append(7, {audit::signed_head(7,
                                       {.number = 1,
                                        .batch = last.seq,
                                        .hash = last.hash,
                                        .entries = last.seq,
                                        .signed_at = base::real_now()},
                                       ledger::ledger_key())});
    CHECK(books.verdict().is_intact());
    const auto cut = std::to_string(last.seq);
    books.tamper("DELETE FROM ledger_event WHERE workspace_id = 7 AND seq = " + cut +
                 ";UPDATE ledger_chain SET last_seq = " + std::to_string(last.seq - 1) +
                 " WHERE workspace_id = 7");
    CHECK(books.verdict().broken == ledger::Broken{last.seq, Wrong::missing});
    std::ofstream{books.heads() / "7.jsonl"} << "{}\n";
    CHECK(books.verdict().broken->what == Wrong::head_damaged);
}

TEST_CASE_ENGINES("a failed verification is in the journal once, and remembered")
{
    Books books{engine};
    books.fill();
    auto context = books.context();
    CHECK(ledger::verify_and_record(context, {}).is_intact());
    books.tamper("UPDATE ledger_event SET actor = 6 WHERE workspace_id = 7 AND seq = 2");
    CHECK(ledger::verify_and_record(context, {}).broken == ledger::Broken{2, Wrong::changed});
    CHECK(ledger::verify_and_record(context, {}).broken->seq == 2);
    int failures = 0;
    for (const auto& record : books.records())
        failures += record.kind == "integrity_failed" ? 1 : 0;
    CHECK(failures == 1);
    const auto check =
        context.read([](WorkspaceTransaction& tx) { return ledger::LedgerStore{tx}.last_check(); });
    CHECK(check->broken_seq == 2);
    CHECK(check->wrong == "changed");
}

TEST_CASE_ENGINES("records of another installation are trusted once they came whole")
{
    Books books{engine};
    books.fill();
    const secrets::Vault elsewhere{{secrets::Key{std::string(32, 'e')}}};
    secrets::install(elsewhere);
    CHECK(books.verdict().broken == ledger::Broken{1, Wrong::forged});
    auto context = books.context();
    ledger::adopt(context);
    CHECK(books.verdict().is_intact());
    CHECK(books.records().back().kind == "restored");
}
