#include "modules/crm/import_guest_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_views.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html skipped_row(const GuestsView& view, const SkippedGuest& guest)
{
    const auto why = t("crm.guest.skipped." + std::string{forms::enum_name(guest.state)});
    return ui::row_link(client_path(view.slug, guest.client_id),
                        {.title = guest.name, .detail = why});
}

std::string waiting_words(const GuestsView& view)
{
    const base::Params params{{"count", i18n::number(view.waiting)}, {"day", view.day}};
    return t(view.day.empty() ? "crm.guest.waiting" : "crm.guest.waiting_day", params);
}

} // namespace

Html invite_fields(const ClientImport& import, const std::string& problem)
{
    const bool is_day = import.invite_day.empty() || base::Date::parse(import.invite_day);
    return group(ui::check_box({.name = "invites",
                                .label = t("crm.guest.invite"),
                                .value = import.invites ? "on" : "",
                                .hint = t("crm.guest.invite_hint")}),
                 ui::input_field({.name = "invite_day",
                                  .label = t("crm.guest.day"),
                                  .value = import.invite_day,
                                  .type = is_day ? "date" : "text",
                                  .hint = t("crm.guest.day_hint"),
                                  .error = problem}));
}

Html guests_card(const GuestsView& view)
{
    const auto words = [](const std::string& said) { return p(cls("text-13"), said); };
    const auto invited = t("crm.guest.invited", {{"count", i18n::number(view.invited)}});
    return ui::card(
        {.title = t("crm.guest.title"), .id = "invitations"},
        group(ui::card_body(div(cls("grid gap-1"), words(invited),
                                when(view.waiting > 0, words(waiting_words(view))),
                                when(!view.skipped.empty(), words(t("crm.guest.not_invited"))))),
              each(view.skipped, [&](const auto& guest) { return skipped_row(view, guest); })));
}

} // namespace crm
