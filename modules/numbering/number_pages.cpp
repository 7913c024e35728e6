#include "modules/numbering/number_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/numbering/number_actions.hpp"
#include "modules/numbering/number_forms.hpp"
#include "modules/numbering/number_views.hpp"
#include "modules/numbering/series.hpp"

#include <algorithm>

namespace numbering
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/numerotation";

forms::Form<SaveNumberFormat> saved_form(const NumberFormat& format)
{
    forms::Form<SaveNumberFormat> form;
    form.typed = {{"format", format.format},
                  {"restart", std::string{forms::enum_name(format.restart)}}};
    return form;
}

struct Refused {
    std::string series;
    forms::Form<SaveNumberFormat> form;
};

http::Response page(Call& call, const Refused* refused)
{
    const auto today = call.context().today();
    NumberingView view{.action = html::checked_local(call.in_workspace(page_path)),
                       .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.series.clear();
        for (const auto& series : every_series()) {
            const bool is_refused = refused != nullptr && refused->series == series.code;
            const auto form = is_refused ? refused->form : saved_form(format_of(tx, series.code));
            view.series.push_back({.title = t(series.label_key),
                                   .code = series.code,
                                   .next = next_number(tx, series.code, today),
                                   .fields = {form, "numbering.field"}});
        }
    });
    const auto title = t("numbering.title");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = numbering_page(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"),
                                .to = html::checked_local(call.in_workspace("/reglages"))},
                               {.label = title, .to = {}}}),
                          .status = refused == nullptr ? 200 : 422,
                          .topics = {"numbering"}});
}

const Series& series_typed(const SaveNumberFormat& typed)
{
    const auto found = std::ranges::find(every_series(), typed.series.value, &Series::code);
    if (found == every_series().end()) throw base::NotFound{};
    return *found;
}

} // namespace

http::Response show_numbering(Call& call)
{
    return page(call, nullptr);
}

http::Response update_format(Call& call)
{
    auto form = call.form<SaveNumberFormat>();
    const auto& series = series_typed(form.command);
    const NumberFormat format{.format = form.command.format.value, .restart = form.command.restart};
    if (form.is_valid())
        if (const auto problem = problem_of(format); !problem.empty())
            form.errors.add("format", problem, words_of_formats());
    if (!form.is_valid()) {
        const Refused refused{.series = series.code, .form = form};
        return page(call, &refused);
    }
    call.context().write([&](WorkspaceTransaction& tx) { save_format(tx, series.code, format); });
    return call.redirect(call.in_workspace(page_path), "numbering.notice.saved");
}

} // namespace numbering
