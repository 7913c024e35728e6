#include "modules/bank/bank_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/bank/bank_actions.hpp"
#include "modules/bank/bank_forms.hpp"
#include "modules/bank/bank_store.hpp"
#include "modules/bank/bank_views.hpp"
#include "modules/bank/import_actions.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <set>

namespace bank
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// Why the page is shown again.
struct Answer {
    std::string file_error{};
    std::string refusal{};
    int status = 200;
};

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

/// Two transfers that propose the same invoice are not confirmed at once.
void tick_apart(std::vector<ProposedLine>& lines)
{
    std::set<invoices::InvoiceId> taken;
    for (auto& one : lines) {
        const auto& ids = one.proposal.invoices;
        one.is_tickable = one.proposal.is_whole() &&
                          std::ranges::none_of(ids, [&](auto id) { return taken.contains(id); });
        if (one.is_tickable) taken.insert(ids.begin(), ids.end());
    }
}

void read_lines(WorkspaceTransaction& tx, BankView& view)
{
    BankStore store{tx};
    const auto owed = store.owed();
    const Proposer proposer{owed};
    for (const auto& line : store.waiting())
        view.lines.push_back({.line = line, .proposal = proposer.propose(line.said())});
    tick_apart(view.lines);
    for (const auto& one : owed)
        view.owed.emplace(one.id, one);
    view.waiting = store.count_waiting();
    view.statements = store.statements();
}

http::Response page(Call& call, const Answer& answer)
{
    const auto& context = call.context();
    BankView view{.slug = slug_of(call),
                  .lines = {},
                  .owed = {},
                  .statements = {},
                  .currency = sale_documents::books_of(context.workspace()).currency,
                  .now = context.now(),
                  .zone = context.workspace().time_zone,
                  .guard = guard::form_guard(call),
                  .file_error = answer.file_error,
                  .refusal = answer.refusal};
    context.read([&](WorkspaceTransaction& tx) { read_lines(tx, view); });
    return guard::render(call, guard::Page{.title = t("bank.title"),
                                           .body = bank_page(view),
                                           .status = answer.status,
                                           .topics = {"bank"}});
}

std::string sentence_of(StatementFault fault)
{
    return t("bank.fault." + std::string{forms::enum_name(fault)},
             {{"size", i18n::file_size(statement_bytes_max)}, {"lines", i18n::number(lines_max)}});
}

http::Response file_refused(Call& call, std::string sentence)
{
    return page(call, {.file_error = std::move(sentence), .status = 422});
}

std::optional<Settlement> settlement_from(const std::string& match)
{
    const auto parts = base::split(match, ':');
    const auto line = LineId::parse(parts.front());
    if (parts.size() != 2 || !line) return {};
    Settlement settlement{.line = *line, .choices = {}};
    for (const auto& text : base::split(parts.back(), '-')) {
        const auto invoice = text.empty() ? std::nullopt : invoices::InvoiceId::parse(text);
        if (!invoice) return {};
        settlement.choices.push_back({.invoice = *invoice, .asked = {}});
    }
    return settlement;
}

/// Those that were ticked, or the one whose button was pressed.
std::vector<Settlement> settlements_of(const ConfirmLines& typed)
{
    std::vector<Settlement> all;
    const auto add = [&](const std::string& match) {
        const auto settlement = settlement_from(match);
        base::refuse_unless(settlement.has_value(), "bank.refusal.no_invoice");
        all.push_back(*settlement);
    };
    if (!typed.only.value.empty())
        add(typed.only.value);
    else
        for (const auto& match : typed.transfers)
            add(match.value);
    base::refuse_unless(!all.empty(), "bank.refusal.nothing_ticked");
    return all;
}

} // namespace

http::Response show_bank(Call& call)
{
    return page(call, {});
}

http::Response create_statement(Call& call)
{
    const auto& files = call.request().files;
    if (files.empty() || files.front().file_name.empty())
        return file_refused(call, t("bank.fault.no_file"));
    const auto& file = files.front();
    if (file.bytes > statement_bytes_max)
        return file_refused(call, sentence_of(StatementFault::too_large));
    const auto bytes = files::FileBytes{*file.content}.read(0, statement_bytes_max);
    const auto read = read_statement(call.context(), bytes);
    if (read.fault == StatementFault::unknown_columns) {
        const auto draft = call.context().write(
            [&](WorkspaceTransaction& tx) { return keep_draft(tx, file.file_name, bytes); });
        return call.redirect(draft_path(slug_of(call), draft).text());
    }
    if (read.fault) return file_refused(call, sentence_of(*read.fault));
    const auto statement = call.context().write(
        [&](WorkspaceTransaction& tx) { return import_statement(tx, file.file_name, read); });
    return call.redirect(
        bank_path(slug_of(call)).text(), "bank.notice.imported",
        {{"added", i18n::number(statement.added)}, {"repeated", i18n::number(statement.repeated)}});
}

http::Response create_confirmations(Call& call)
{
    const auto form = call.form<ConfirmLines>();
    try {
        const auto settlements = settlements_of(form.command);
        call.context().write([&](WorkspaceTransaction& tx) {
            for (const auto& settlement : settlements)
                settle_line(tx, settlement);
        });
        return call.redirect(
            bank_path(slug_of(call)).text(), "bank.notice.settled",
            {{"count", i18n::number(static_cast<std::int64_t>(settlements.size()))}});
    } catch (const base::Refusal& refusal) {
        const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
        return page(
            call, {.refusal = t(refusal.code, refusal.params), .status = is_conflict ? 409 : 422});
    }
}

http::Response list_done(Call& call)
{
    DoneView view{.slug = slug_of(call),
                  .lines = {},
                  .currency = sale_documents::books_of(call.context().workspace()).currency};
    call.context().read([&](WorkspaceTransaction& tx) { view.lines = BankStore{tx}.done(); });
    const auto title = t("bank.done.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{t("bank.title"), bank_path(view.slug)}, {title, {}}}));
    return guard::render(
        call, guard::Page{
                  .title = title, .body = done_page(view), .breadcrumbs = bar, .topics = {"bank"}});
}

int count_waiting(Call& call)
{
    return static_cast<int>(call.context().read(
        [](WorkspaceTransaction& tx) { return BankStore{tx}.count_waiting(); }));
}

} // namespace bank
