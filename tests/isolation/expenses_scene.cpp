#include "modules/expenses/billed_actions.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Achat " + std::string{isolation::marker};

/// Names of types are taken once.
std::string fresh_name()
{
    static int made = 0;
    return words + " " + std::to_string(++made);
}

Subject written(Scene& scene, const expenses::Expense& expense)
{
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return expenses::record_expense(tx, expense);
    });
    return {.path = {{"expense", id.text()}}};
}

expenses::Expense bought()
{
    return {.spent_on = *base::Date::parse("2026-01-15"),
            .type = "tools",
            .description = words,
            .gross = {12'000},
            .tax = "tva20",
            .first_tax = {2'000},
            .checked_at = base::now()};
}

Subject an_expense(Scene& scene)
{
    return written(scene, bought());
}

Subject a_client_expense(Scene& scene)
{
    auto expense = bought();
    expense.category = expenses::Category::client;
    expense.client_id = scene.client.actor.client;
    return written(scene, expense);
}

Subject its_client(Scene& scene)
{
    a_client_expense(scene);
    return {.path = {{"id", scene.client.actor.client.text()}}};
}

Subject a_billed_expense(Scene& scene)
{
    const auto subject = a_client_expense(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        expenses::put_on_invoice(tx, {*expenses::ExpenseId::parse(subject.path.at("expense"))});
    });
    return subject;
}

Subject a_type(Scene& scene)
{
    const auto code = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return expenses::add_type(tx, {.name = fresh_name()});
    });
    return {.path = {{"type", code}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["expense"] = an_expense;
    all.subjects["client_expense"] = a_client_expense;
    all.subjects["client_of_expense"] = its_client;
    all.subjects["billed_expense"] = a_billed_expense;
    all.subjects["expense_type"] = a_type;
    all.examples["SaveExpense"] = [](Scene&, const Subject&) {
        return Typed{{"spent_on", "2026-01-16"}, {"type", "tools"},       {"description", words},
                     {"amount", "60"},           {"tax", "tva20"},        {"means", "cash"},
                     {"category", "supplier"},   {"kind", "credit_note"}, {"version", "1"}};
    };
    all.examples["SaveTrip"] = [](Scene&, const Subject&) {
        return Typed{{"spent_on", "2026-01-16"},
                     {"description", words},
                     {"distance", "12"},
                     {"price", "0,5"},
                     {"category", "supplier"}};
    };
    all.examples["RecoverExpense"] = [](Scene&, const Subject&) {
        return Typed{{"document", "FA-2026-0001"}};
    };
    all.examples["SaveExpenseType"] = [](Scene&, const Subject&) {
        return Typed{{"name", fresh_name()}, {"deductible", "80"}};
    };
    all.without_example["POST /e/{workspace}/depenses/{expense}/justificatifs"] =
        "files are what it takes; modules/expenses sends them";
    return true;
}();

} // namespace
