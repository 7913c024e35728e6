#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "tests/books/books_test_kit.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <thread>

using namespace books_test;

namespace
{

constexpr int issuers = 64;
constexpr int drafts_of_issuer = 4;
constexpr std::int64_t records_max = 10'000;

std::vector<InvoiceId> drafts(Books& books)
{
    std::vector<InvoiceId> ids;
    books.write([&](WorkspaceTransaction& tx) {
        for (int i = 0; i < issuers * drafts_of_issuer; ++i) {
            const auto id =
                invoices::start_invoice(tx, {.client_id = books.aurore(), .title = "Extension"});
            const auto draft = invoices::invoice_by_id(tx, id);
            invoices::save_invoice(tx, draft, {sold(10'000 + i)}, draft.version);
            ids.push_back(id);
        }
    });
    return ids;
}

/// As it happens: a colleague issues the same one, the process fails after the number was taken.
void issue_as_it_happens(Books& books, InvoiceId id, std::mt19937_64& dice)
{
    const bool fails = dice() % 4 == 0;
    try {
        books.write([&](WorkspaceTransaction& tx) {
            invoices::issue_invoice(tx, {.invoice = id,
                                         .seen_version = 2,
                                         .way = invoices::Way::hand,
                                         .to_name = "Aurore"});
            if (fails) throw std::runtime_error("after its number was taken");
        });
    } catch (const std::exception&) {
        return;
    }
}

std::vector<std::string> issued_numbers(Books& books, const std::vector<InvoiceId>& ids)
{
    std::vector<std::string> numbers;
    for (const auto id : ids) {
        const auto found =
            books.read([&](WorkspaceTransaction& tx) { return invoices::facts(tx, {id}); });
        for (const auto& [same, facts] : found)
            numbers.push_back(facts.number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

std::vector<std::string> chained_numbers(Books& books)
{
    std::vector<std::string> numbers;
    for (const auto& record : books.read([](WorkspaceTransaction& tx) {
             return ledger::LedgerStore{tx}.after(0, records_max);
         }))
        if (record.family == "money")
            numbers.push_back(ledger::event_from(record.kind, record.payload).number);
    return numbers;
}

} // namespace

TEST_CASE_ENGINES(
    "64 people issue at once and some fail: no gap, no twin, in the chain and the books")
{ // INV-002 INV-060
    Books books{engine};
    const auto ids = drafts(books);
    const auto seed = std::random_device{}();
    {
        std::vector<std::jthread> people;
        for (int person = 0; person < issuers; ++person)
            people.emplace_back([&, person] {
                std::mt19937_64 dice{seed + static_cast<std::uint64_t>(person)};
                const auto first = static_cast<std::size_t>(person * drafts_of_issuer);
                for (std::size_t i = 0; i < drafts_of_issuer + 1; ++i) // the last is a colleague's
                    issue_as_it_happens(books, ids[(first + i) % ids.size()], dice);
            });
    }
    const auto numbers = issued_numbers(books, ids);
    CHECK(numbers.size() > issuers / 2);
    CHECK(numbers.size() < ids.size());
    const auto year = books.today().text().substr(0, 4);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto digits = std::to_string(i + 1);
        CHECK(numbers[i] == "FACT-" + year + "-" + std::string(4 - digits.size(), '0') + digits);
    }
    CHECK(chained_numbers(books) == numbers); // in the order of their numbers
    std::set<std::string> booked;
    for (const auto& entry : books.entries())
        booked.insert(entry.piece);
    CHECK(booked == std::set<std::string>(numbers.begin(), numbers.end()));
}
