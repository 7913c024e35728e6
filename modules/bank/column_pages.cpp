#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/bank/bank_forms.hpp"
#include "modules/bank/bank_pages.hpp"
#include "modules/bank/bank_views.hpp"
#include "modules/bank/column_views.hpp"
#include "modules/bank/import_actions.hpp"
#include "modules/bank/layout_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace bank
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

/// His own, as it was read from a file a moment ago.
Draft draft_of(const Call& call)
{
    const auto id = call.path_id<DraftId>("draft");
    auto draft =
        call.context().read([&](WorkspaceTransaction& tx) { return LayoutStore{tx}.find(id); });
    if (!draft || draft->author_id != call.actor().membership) throw base::NotFound{};
    return std::move(*draft);
}

http::Response page(Call& call, const Draft& draft, const CsvLook& look, const Columns& columns,
                    std::string error)
{
    ColumnsView view{.action = draft_path(slug_of(call), draft.id),
                     .back = bank_path(slug_of(call)),
                     .look = look,
                     .columns = columns,
                     .guard = guard::form_guard(call),
                     .error = std::move(error)};
    view.columns.resize(look.titles.size(), ColumnRole::none);
    const auto title = t("bank.columns.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{t("bank.title"), bank_path(slug_of(call))}, {title, {}}}));
    return guard::render(call, guard::Page{.title = title,
                                           .body = columns_page(view),
                                           .breadcrumbs = bar,
                                           .status = view.error.empty() ? 200 : 422});
}

/// The selects « column_0 », « column_1 »… as one list.
forms::Form<ChooseColumns> typed_columns(Call& call)
{
    if (call.is_json()) return call.form<ChooseColumns>();
    forms::Typed typed;
    for (std::size_t at = 0; at < columns_max; ++at)
        if (const auto chosen = call.request().form.find("column_" + std::to_string(at)))
            typed.emplace_back("columns", *chosen);
    return forms::bind<ChooseColumns>(typed);
}

} // namespace

http::Response show_columns(Call& call)
{
    const auto draft = draft_of(call);
    const auto look = look_at_csv(draft.content).value();
    return page(call, draft, look, look.columns, {});
}

http::Response update_columns(Call& call)
{
    const auto draft = draft_of(call);
    const auto look = look_at_csv(draft.content).value();
    const auto form = typed_columns(call);
    const auto& columns = form.command.columns;
    if (!form.is_valid() || !are_enough(columns))
        return page(call, draft, look, columns, t("bank.columns.not_enough"));
    const auto currency = sale_documents::books_of(call.context().workspace()).currency;
    const auto read = read_csv(draft.content, look, columns, currency);
    if (read.fault) {
        const auto key = *read.fault == StatementFault::not_understood
                             ? "bank.columns.unread"
                             : "bank.fault." + std::string{forms::enum_name(*read.fault)};
        return page(call, draft, look, columns, t(key, {{"lines", i18n::number(lines_max)}}));
    }
    const auto statement = call.context().write(
        [&](WorkspaceTransaction& tx) { return import_draft(tx, draft, look.key, columns, read); });
    return call.redirect(
        bank_path(slug_of(call)).text(), "bank.notice.imported",
        {{"added", i18n::number(statement.added)}, {"repeated", i18n::number(statement.repeated)}});
}

} // namespace bank
