#include "kernel/module.hpp"

#include "modules/bank/bank.hpp"
#include "modules/bank/bank_pages.hpp"
#include "modules/bank/erasure_listeners.hpp"
#include "modules/bank/statement.hpp"

namespace bank
{

using guard::needs;

namespace
{

constexpr const char* record = "invoices.record";
/// A statement and what a form writes around it.
constexpr std::uint64_t form_bytes_max = statement_bytes_max + 100'000;

} // namespace

void describe(kernel::Module& module)
{
    module.staff("/banque")
        .get("", show_bank, needs(record))
        .post("", create_statement, needs(record))
        .takes_files(form_bytes_max)
        .post("/confirmations", create_confirmations, needs(record), "ConfirmLines", "bank_line")
        .get("/traites", list_done, needs(record))
        .get("/colonnes/{draft}", show_columns, needs(record), "bank_draft")
        .post("/colonnes/{draft}", update_columns, needs(record), "ChooseColumns", "bank_draft")
        .get("/{line}", show_line, needs(record), "bank_line")
        .post("/{line}/rapprochement", create_settlement, needs(record), "SettleLine", "bank_line")
        .post("/{line}/sans-suite", create_dismissal, needs(record), {}, "bank_line")
        .post("/{line}/reprise", create_reopening, needs(record), {}, "settled_bank_line");
    module.nav({.label_key = "bank.nav",
                .path = "/banque",
                .icon = "landmark",
                .permission = record,
                .order = 120,
                .count = count_waiting});
    module.on<privacy::PersonErased>(on_person_erased);
}

} // namespace bank
