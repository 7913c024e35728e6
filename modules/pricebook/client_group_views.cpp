#include "modules/pricebook/client_group_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";
constexpr const char* line = "grid grid-cols-1 items-end gap-2 sm:grid-cols-[1fr_auto]";

/// « 3 clients · 1 tarif ».
std::string counts_of(const ClientGroupRow& row)
{
    return t("pricebook.group.clients", {{"count", std::to_string(row.clients)}}) + " · " +
           t("pricebook.group.prices", {{"count", std::to_string(row.prices)}});
}

Html making(const GroupListView& view)
{
    return ui::card(
        {.title = t("pricebook.group.new"), .id = "nouveau-groupe"},
        ui::card_body(ui::form(
            {.action = book_path(view.slug, "/groupes"), .guard = view.guard, .classes = line},
            ui::input_field(view.fields.field("name")),
            ui::submit({.label = t("pricebook.group.make"),
                        .icon = "plus",
                        .kind = ui::ButtonKind::Primary}))));
}

Url path_of(const GroupView& view, std::string_view end = {})
{
    return book_path(view.prices.slug, "/groupes/" + view.group.id.text() + std::string{end});
}

Html client_row(const GroupView& view, const GroupClientRow& client)
{
    const auto remove = ui::form(
        {.action = path_of(view, "/clients/retrait"), .guard = view.prices.guard, .classes = ""},
        ui::hidden_field("client", client.client_id.text()),
        ui::icon_submit({.label = t("pricebook.group.take_out", {{"client", client.client_name}}),
                         .icon = "x",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
    return ui::row({.title = client.client_name, .aside = remove});
}

Html clients_card(const GroupView& view)
{
    const auto adding =
        ui::form({.action = path_of(view, "/clients"), .guard = view.prices.guard, .classes = line},
                 ui::select_field(view.client.field("client"), view.choices),
                 ui::submit({.label = t("pricebook.group.add_client"), .icon = "plus"}));
    return ui::card(
        {.title = t("pricebook.group.clients_title"),
         .id = "clients",
         .count = static_cast<int>(view.clients.size())},
        group(each(view.clients, [&](const GroupClientRow& row) { return client_row(view, row); }),
              ui::card_body(adding)));
}

Html prices_card(const GroupView& view)
{
    const auto add = ui::link_button(
        book_path(view.prices.slug, "/particuliers/nouveau").with("groupe", view.group.id.text()),
        {.label = t("pricebook.special.add"), .icon = "plus", .size = ui::ButtonSize::Small});
    const auto rows = each(view.prices.of_groups, [&](const SpecialPriceRow& row) {
        return special_price_row(view.prices, row);
    });
    const auto nothing = ui::card_body(p(cls("hint"), t("pricebook.group.no_price")));
    return ui::card({.title = t("pricebook.group.prices_title"),
                     .id = "tarifs",
                     .count = static_cast<int>(view.prices.of_groups.size()),
                     .actions = add},
                    view.prices.of_groups.empty() ? nothing : rows);
}

Html naming(const GroupView& view)
{
    return ui::card({.title = t("pricebook.group.rename"), .id = "nom"},
                    ui::card_body(ui::form(
                        {.action = path_of(view), .guard = view.prices.guard, .classes = line},
                        ui::input_field(view.name.field("name", view.group.name)),
                        ui::submit({.label = t("pricebook.item.save")}))));
}

Html removal(const GroupView& view)
{
    if (!view.prices.of_groups.empty()) return p(cls("hint"), t("pricebook.group.no_removal"));
    return ui::form({.action = path_of(view, "/suppression"),
                     .guard = view.prices.guard,
                     .classes = "",
                     .confirm = t("pricebook.group.remove_question", {{"name", view.group.name}})},
                    ui::submit({.label = t("pricebook.group.remove"), .icon = "trash-2"}));
}

} // namespace

Html group_list(const GroupListView& view)
{
    const auto row = [&](const ClientGroupRow& one) {
        return ui::row_link(book_path(view.slug, "/groupes/" + one.id.text()),
                            {.title = one.name, .detail = counts_of(one)});
    };
    const auto nothing = ui::empty_state({.icon = "users",
                                          .title = t("pricebook.group.none"),
                                          .detail = t("pricebook.group.none_detail")});
    return group(book_tabs(view.slug, BookTab::groups),
                 div(cls(column), view.fields.summary(),
                     view.rows.empty() ? nothing
                                       : ui::card({.title = t("pricebook.group.title"),
                                                   .id = "groupes",
                                                   .count = static_cast<int>(view.rows.size())},
                                                  each(view.rows, row)),
                     making(view)));
}

Html group_page(const GroupView& view)
{
    return group(book_tabs(view.prices.slug, BookTab::groups),
                 div(cls(column), h1(cls("h1"), view.group.name),
                     p(cls("text-13 text-fg-2"), t("pricebook.group.intro")), view.name.summary(),
                     view.client.summary(), clients_card(view), prices_card(view), naming(view),
                     removal(view)));
}

} // namespace pricebook
