#include "modules/bank/bank_actions.hpp"
#include "modules/bank/bank_store.hpp"
#include "modules/bank/import_actions.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Virement " + std::string{isolation::marker};

/// Each with words of its own, so that it is a new one.
bank::StatementRead a_statement()
{
    static int made = 0;
    bank::StatementRead read{.fault = {}, .account = {}};
    bank::add_line(read, {.booked_on = *base::Date::parse("2026-01-15"),
                          .amount = {12'000},
                          .label = words + " " + std::to_string(++made),
                          .counterpart = words,
                          .reference = {}});
    return read;
}

bank::LineId imported(Scene& scene)
{
    return scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        bank::import_statement(tx, words + ".csv", a_statement());
        return bank::BankStore{tx}.waiting().back().id;
    });
}

Subject a_line(Scene& scene)
{
    return {.path = {{"line", imported(scene).text()}}};
}

Subject a_done_line(Scene& scene)
{
    const auto line = imported(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) { bank::ignore_line(tx, line); });
    return {.path = {{"line", line.text()}}};
}

Subject a_draft(Scene& scene)
{
    const auto draft = scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        return bank::keep_draft(tx, words + ".csv",
                                "Quand;Quoi;Combien\n15/01/2026;" + words + ";120\n");
    });
    return {.path = {{"draft", draft.text()}}};
}

/// An invoice that is issued, and owed more than the transfer.
std::string an_invoice(Scene& scene)
{
    return isolation::catalogue().subjects.at("issued_invoice")(scene).path.at("invoice");
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["bank_line"] = a_line;
    all.subjects["settled_bank_line"] = a_done_line;
    all.subjects["bank_draft"] = a_draft;
    all.examples["ConfirmLines"] = [](Scene& scene, const Subject& subject) {
        return Typed{{"transfers", subject.path.at("line") + ":" + an_invoice(scene)}};
    };
    all.examples["SettleLine"] = [](Scene& scene, const Subject&) {
        return Typed{{"invoices", an_invoice(scene)}, {"keeps_surplus", "on"}};
    };
    all.examples["ChooseColumns"] = [](Scene&, const Subject&) {
        return Typed{{"column_0", "day"}, {"column_1", "label"}, {"column_2", "amount"}};
    };
    all.without_example["POST /e/{workspace}/banque"] =
        "a file is what it takes; modules/bank sends them";
    return true;
}();

} // namespace
