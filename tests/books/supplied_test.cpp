#include "kernel/auth/workspaces.hpp"
#include "kernel/events/events.hpp"
#include "kernel/presets/changes.hpp"
#include "modules/einvoicing/events.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_store.hpp"
#include "modules/expenses/expenses.hpp"
#include "tests/books/books_test_kit.hpp"

using namespace books_test;

namespace
{

/// A supplier's invoice as einvoicing tells it: 100,00 at 20 % and 50,00 at 5,5 %.
struct Supply : Books {
    explicit Supply(db::Engine engine) : Books(engine)
    {
        facts.original = write([](WorkspaceTransaction& tx) {
            files::Intake intake;
            intake.taken.push_back({.name = "facture.xml",
                                    .content = {.type = "text/xml",
                                                .kind = files::Kind::document,
                                                .extensions = {"xml"}},
                                    .path = {},
                                    .bytes = 1000,
                                    .sha256 = std::string(64, 'a'),
                                    .upload = {}});
            return files::attach(tx, {.kind = "supplier_invoice", .id = 1}, intake).front();
        });
    }
    template <class Fact>
    void tell(const Fact& fact)
    {
        write([&](WorkspaceTransaction& tx) { events::publish(tx, fact); });
    }
    void accept() { tell(einvoicing::SupplierInvoiceAccepted{.facts = facts, .by = {}}); }
    std::vector<expenses::Expense> spent()
    {
        return read([](WorkspaceTransaction& tx) {
            expenses::ExpenseStore store{tx};
            std::vector<expenses::Expense> all;
            for (const auto& row : store.list({.first = *base::Date::parse("2000-01-01"),
                                   .last = *base::Date::parse("2999-12-31"),
                                   .before_day = *base::Date::parse("3000-01-01"),
                                   .limit = 50}))
                all.push_back(store.find(row.id).value());
            return all;
        });
    }
    void check_all()
    {
        for (const auto& expense : spent())
            write([&](WorkspaceTransaction& tx) {
                expenses::save_expense(tx, expense, expense.version);
            });
    }

    einvoicing::SupplierInvoiceFacts facts{
        .invoice = {77},
        .original = {},
        .supplier_name = "Scierie du Blavet",
        .supplier_siren = "732829320",
        .supplier_vat_number = {},
        .number = "S-2026-9",
        .issued_on = *base::Date::parse("2026-03-02"),
        .due_on = {},
        .currency = "EUR",
        .net = {15'000},
        .tax = {2'275},
        .gross = {17'275},
        .taxes = {{"S", "20", {10'000}, {2'000}}, {"S", "5.5", {5'000}, {275}}}};
};

} // namespace

TEST_CASE_ENGINES("an accepted supplier's invoice is an expense to check, once, with its original")
{
    Supply supply{engine}; // ACC-020 ACC-024
    supply.accept();
    supply.accept();
    const auto spent = supply.spent();
    REQUIRE(spent.size() == 2);
    Cents taxes;
    for (const auto& expense : spent) {
        CHECK(!expense.checked_at);
        CHECK(expense.receipts == 1);
        CHECK(expense.supplier == "Scierie du Blavet");
        CHECK(expense.means == expenses::Means::unpaid);
        taxes += expense.taxes();
    }
    CHECK(taxes == Cents{2'275});
    CHECK(supply.entries().empty());

    supply.check_all();
    CHECK(supply.on("401") == Cents{-17'275});
    CHECK(supply.on("4456") == Cents{2'275});
    supply.tell(einvoicing::SupplierInvoicePaid{
        .invoice = {77}, .paid_on = *base::Date::parse("2026-04-02"), .by = {}});
    CHECK(supply.on("401") == Cents{});
    CHECK(supply.on("512") == Cents{-17'275});
    CHECK(supply.entries().back().day == *base::Date::parse("2026-04-02"));
}

TEST_CASE_ENGINES("what was refused afterwards is taken back, and stays to be read")
{
    Supply supply{engine}; // ACC-020
    supply.accept();
    supply.check_all();
    supply.tell(einvoicing::SupplierInvoiceRefused{.invoice = {77}, .by = {}});
    for (const auto& expense : supply.spent())
        CHECK(expense.cancelled_at);
    CHECK(supply.on("") == Cents{});
    for (const auto* account : {"401", "4456", "6"})
        CHECK(supply.on(account) == Cents{});
    CHECK(supply.entries().size() == 4);
}

TEST_CASE_ENGINES(
    "a supplier's credit note is booked the other way, and deducted from what is owed")
{
    Supply supply{engine}; // ACC-020 ACC-024
    supply.accept();
    supply.check_all();
    supply.facts.invoice = {78};
    supply.facts.number = "A-2026-1";
    supply.facts.is_credit_note = true;
    supply.facts.gross = {6'000};
    supply.facts.taxes = {{"S", "20", {5'000}, {1'000}}};
    supply.accept();
    CHECK(supply.on("401") == Cents{-17'275}); // nobody has checked it yet
    supply.check_all();
    CHECK(supply.on("401") == Cents{-17'275 + 6'000});
    CHECK(supply.on("44566") == Cents{2'275 - 1'000});
    CHECK(supply.on("6") == Cents{10'000});
    const auto entry = supply.entries().back();
    CHECK(entry.journal == accounting::Journal::purchases);
    REQUIRE(entry.lines.size() == 3);
    for (const auto& line : entry.lines)
        CHECK((line.debit.value >= 0 && line.credit.value >= 0));
    const auto total = supply.read([](WorkspaceTransaction& tx) {
        Cents net;
        for (const auto& one : expenses::totals(tx, *base::Date::parse("2026-01-01"),
                                                *base::Date::parse("2026-12-31")))
            net += one.net;
        return net;
    });
    CHECK(total == Cents{10'000});

    supply.tell(einvoicing::SupplierInvoicePaid{
        .invoice = {78}, .paid_on = *base::Date::parse("2026-04-02"), .by = {}});
    CHECK(supply.on("512") == Cents{6'000});
    supply.tell(einvoicing::SupplierInvoicePaid{
        .invoice = {77}, .paid_on = *base::Date::parse("2026-04-02"), .by = {}});
    CHECK(supply.on("401") == Cents{});
    CHECK(supply.on("512") == Cents{6'000 - 17'275});
}

TEST_CASE_ENGINES("a tax that the buyer declares is due and claimed back, and asked of nobody")
{
    Supply supply{engine}; // ACC-020 ACC-024
    supply.facts.gross = {15'000};
    supply.facts.taxes = {{"AE", "0", {10'000}, {}}, {"K", "0", {5'000}, {}}};
    supply.accept();
    supply.check_all();
    CHECK(supply.on("401") == Cents{-15'000});
    CHECK(supply.on("6") == Cents{15'000});
    CHECK(supply.on("44566") == Cents{3'000});
    CHECK(supply.on("4457") == Cents{-2'000});
    CHECK(supply.on("4452") == Cents{-1'000});
    for (const auto& entry : supply.entries())
        CHECK(entry.lines.size() == 4);

    supply.facts.invoice = {78};
    supply.facts.is_credit_note = true;
    supply.accept();
    supply.check_all();
    for (const auto* account : {"401", "44566", "4457", "4452", "6"})
        CHECK(supply.on(account) == Cents{});
}

TEST_CASE_ENGINES(
    "in franchise a tax that the buyer declares is due, and a cost that nobody gives back")
{
    Supply supply{engine}; // ACC-020 ACC-024
    const auto choose = [&](const char* regime) {
        presets::Changes changes;
        changes.taxes.regime = regime;
        supply.write([&](WorkspaceTransaction& tx) {
            auth::change_preset(tx, auth::preset_changes(tx), presets::text_of(changes));
        });
        presets::keep_changes(supply.firm.id.value, supply.firm.preset, presets::text_of(changes));
    };
    choose("franchise");
    supply.facts.supplier_vat_number = "IE6388047V";
    supply.facts.gross = {15'000};
    supply.facts.taxes = {{"AE", "0", {10'000}, {}}, {"K", "0", {5'000}, {}}};
    supply.accept();
    supply.check_all();
    CHECK(supply.on("401") == Cents{-15'000});
    CHECK(supply.on("6") == Cents{18'000});
    CHECK(supply.on("4456") == Cents{});
    CHECK(supply.on("4452") == Cents{-3'000});
    CHECK(supply.fec().faults.empty());
    const auto totals = supply.read([](WorkspaceTransaction& tx) {
        return expenses::totals(tx, *base::Date::parse("2026-01-01"),
                                *base::Date::parse("2026-12-31"));
    });
    Cents borne;
    Cents deductible;
    for (const auto& one : totals) {
        borne += one.owed_cost;
        deductible += one.deductible_amount();
    }
    CHECK(borne == Cents{3'000});
    CHECK(deductible == Cents{18'000});

    choose("france"); // what counted already stays as it was
    supply.check_all();
    CHECK(supply.on("6") == Cents{18'000});
    CHECK(supply.on("4456") == Cents{});

    choose("franchise");
    supply.facts.invoice = {78};
    supply.facts.is_credit_note = true;
    supply.accept();
    supply.check_all();
    for (const auto* account : {"401", "4456", "4452", "6"})
        CHECK(supply.on(account) == Cents{});
}

TEST_CASE_ENGINES("a supplier's credit note that is refused afterwards leaves nothing in the books")
{
    Supply supply{engine}; // ACC-020
    supply.facts.is_credit_note = true;
    supply.accept();
    supply.check_all();
    CHECK(supply.on("401") == Cents{17'275});
    supply.tell(einvoicing::SupplierInvoiceRefused{.invoice = {77}, .by = {}});
    for (const auto* account : {"401", "4456", "6"})
        CHECK(supply.on(account) == Cents{});
}

TEST_CASE_ENGINES("a supplier's credit note is never asked of a client")
{
    Supply supply{engine}; // ACC-020
    supply.facts.is_credit_note = true;
    supply.accept();
    auto expense = supply.spent().front();
    expense.category = expenses::Category::client;
    CHECK_THROWS_AS(supply.write([&](WorkspaceTransaction& tx) {
        expenses::save_expense(tx, expense, expense.version);
    }),
                    base::Refusal);
    CHECK(supply.entries().empty());
}

TEST_CASE_ENGINES("another currency or sums that do not add up claim no tax back")
{
    Supply supply{engine}; // ACC-020
    supply.facts.currency = "USD";
    supply.accept();
    CHECK(supply.spent().empty());
    supply.facts.currency = "EUR";
    supply.facts.gross = {17'000};
    supply.accept();
    REQUIRE(supply.spent().size() == 1);
    CHECK(supply.spent().front().gross == Cents{17'000});
    CHECK(supply.spent().front().tax.empty());
}
