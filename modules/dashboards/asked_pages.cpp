#include "modules/dashboards/asked_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"

namespace dashboards
{
namespace
{

using i18n::t;

constexpr std::string_view period_cookie = "__Host-d";
constexpr const char* part_field = "partie";

template <class E>
std::optional<E> enum_in(std::string_view word)
{
    auto value = E{};
    if (word.empty() || forms::FieldType<E>::read({std::string{word}}, value)) return {};
    return value;
}

struct Said {
    std::string span;
    std::string day; ///< of a custom period, its first
    std::string last;
};

std::optional<Period> period_said(const Said& said, base::Date today)
{
    const auto span = enum_in<Span>(said.span);
    if (!span) return {};
    const auto day = base::Date::parse(said.day);
    if (*span != Span::custom) return period_around(*span, day.value_or(today));
    const auto last = base::Date::parse(said.last);
    if (!day || !last) return {};
    return custom_period(*day, *last);
}

/// "month" · "month.2026-10-01" · "custom.2026-10-03.2026-10-12".
std::optional<Period> period_kept(std::string_view cookie, base::Date today)
{
    auto parts = base::split(std::string{cookie}, '.');
    parts.resize(3);
    return period_said({.span = parts[0], .day = parts[1], .last = parts[2]}, today);
}

bool is_current(const Asked& asked)
{
    const auto& period = asked.period;
    return period.span != Span::custom && period == period_around(period.span, asked.today);
}

std::optional<tenancy::MembershipId> member_in(const guard::Call& call)
{
    const auto said = call.query("attribue");
    if (said == "0") return tenancy::MembershipId{};
    return tenancy::MembershipId::parse(said);
}

int quarter_of(base::Date day)
{
    return static_cast<int>(
        (static_cast<unsigned>(std::chrono::year_month_day{day.day}.month()) + 2) / 3);
}

std::string year_of(base::Date day)
{
    return std::to_string(static_cast<int>(std::chrono::year_month_day{day.day}.year()));
}

} // namespace

Asked asked_of(const guard::Call& call)
{
    const auto& workspace = call.context().workspace();
    Asked asked{.period = {},
                .compared = {},
                .filter = {.priority = enum_in<tickets::Priority>(call.query("priorite")),
                           .member = member_in(call),
                           .client = tenancy::ClientId::parse(call.query("client"))
                                         .value_or(tenancy::ClientId{})},
                .today = call.context().today(),
                .slug = workspace.slug,
                .zone = workspace.time_zone,
                .is_part = !call.query(part_field).empty()};
    const bool is_custom = call.query("periode") == forms::enum_name(Span::custom);
    auto period = period_said({.span = std::string{call.query("periode")},
                               .day = std::string{call.query(is_custom ? "du" : "jour")},
                               .last = std::string{call.query("au")}},
                              asked.today);
    if (!period) period = period_kept(call.request().cookie(period_cookie), asked.today);
    asked.period = period.value_or(period_around(Span::month, asked.today));
    asked.compared = compared_with(asked.period, asked.today);
    return asked;
}

void keep_period(http::Response& response, const Asked& asked)
{
    if (asked.is_part) return;
    const auto& period = asked.period;
    std::string kept{forms::enum_name(period.span)};
    if (!is_current(asked)) kept += "." + period.first.text() + "." + period.last.text();
    response.set_cookie({.name = std::string{period_cookie}, .value = kept});
}

html::Url with_period(const html::Url& page, const Period& period)
{
    const auto said = page.with("periode", forms::enum_name(period.span));
    if (period.span != Span::custom) return said.with("jour", period.first.text());
    return said.with("du", period.first.text()).with("au", period.last.text());
}

html::Url with_filter(const html::Url& page, const Filter& filter)
{
    auto narrowed = page;
    if (filter.priority) narrowed = narrowed.with("priorite", forms::enum_name(*filter.priority));
    if (filter.member) narrowed = narrowed.with("attribue", filter.member->text());
    if (filter.client) narrowed = narrowed.with("client", filter.client.text());
    return narrowed;
}

html::Url dashboard_url(const Asked& asked)
{
    const auto page = html::route("/e/{}/tableau-de-bord", asked.slug);
    return asked.is_part ? page : with_period(page, asked.period);
}

html::Url rows_url(const Asked& asked, Counted what, const Filter& filter)
{
    const auto page = html::route("/e/{}/tableau-de-bord/tickets", asked.slug)
                          .with("chiffre", forms::enum_name(what));
    const auto rows = with_filter(with_period(page, asked.period), filter);
    return asked.is_part ? rows.with(part_field, "1") : rows;
}

html::Url rows_url(const Asked& asked, Counted what)
{
    return rows_url(asked, what, asked.filter);
}

std::string title_of(const Period& period)
{
    switch (period.span) {
    case Span::day:
        return i18n::weekday(period.first) + " " + i18n::long_date(period.first);
    case Span::month:
        return i18n::month_and_year(period.first);
    case Span::quarter: {
        const auto quarter = quarter_of(period.first);
        return t(quarter == 1 ? "dashboards.period.first_quarter" : "dashboards.period.quarter_of",
                 {{"quarter", std::to_string(quarter)}, {"year", year_of(period.first)}});
    }
    case Span::year:
        return year_of(period.first);
    case Span::week:
    case Span::custom:
        break;
    }
    return days_of(period);
}

std::string days_of(const Period& period)
{
    return i18n::date_range(period.first, period.last);
}

std::string length_text(const std::optional<Length>& length)
{
    if (!length) return "—";
    return i18n::duration(std::chrono::duration_cast<std::chrono::seconds>(*length));
}

std::string percent_text(const std::optional<std::int64_t>& share)
{
    return share ? i18n::percent(*share) : "—";
}

std::string priority_word(const tenancy::Workspace& workspace, tickets::Priority priority)
{
    const std::string code{forms::enum_name(priority)};
    for (const auto& choice : tenancy::own_preset(workspace).choices_of("tickets.priority"))
        if (choice.code == code) return choice.label;
    return code;
}

} // namespace dashboards
