#include "kernel/module.hpp"

#include "modules/pricebook/book_pages.hpp"
#include "modules/pricebook/client_group_actions.hpp"
#include "modules/pricebook/client_group_pages.hpp"
#include "modules/pricebook/draft_pages.hpp"
#include "modules/pricebook/founding_listeners.hpp"
#include "modules/pricebook/item_pages.hpp"
#include "modules/pricebook/own_price_pages.hpp"
#include "modules/pricebook/pricebook.hpp"
#include "modules/pricebook/promo_code_actions.hpp"
#include "modules/pricebook/promo_code_pages.hpp"
#include "modules/pricebook/quote_listeners.hpp"
#include "modules/pricebook/replay_pages.hpp"
#include "modules/pricebook/special_price_actions.hpp"
#include "modules/pricebook/special_price_pages.hpp"
#include "modules/pricebook/starting_book_jobs.hpp"

namespace pricebook
{

using guard::needs_confirmed;

namespace
{

void group_routes(kernel::Module& module)
{
    module.staff("/tarifs/groupes")
        .get("", list_groups, needs_confirmed("pricebook.manage"))
        .post("", create_group, needs_confirmed("pricebook.manage"), "SaveClientGroup")
        .get("/{groupe}", show_group, needs_confirmed("pricebook.manage"), "client_group")
        .post("/{groupe}", update_group, needs_confirmed("pricebook.manage"), "SaveClientGroup",
              "client_group")
        .post("/{groupe}/suppression", delete_group, needs_confirmed("pricebook.manage"), {},
              "client_group")
        .post("/{groupe}/clients", create_group_client, needs_confirmed("pricebook.manage"),
              "GroupClient", "client_group")
        .post("/{groupe}/clients/retrait", delete_group_client, needs_confirmed("pricebook.manage"),
              "GroupClient", "client_group");
}

void code_routes(kernel::Module& module)
{
    module.staff("/tarifs/codes")
        .get("", list_codes, needs_confirmed("pricebook.manage"))
        .get("/nouveau", new_code, needs_confirmed("pricebook.manage"))
        .post("", create_code, needs_confirmed("pricebook.manage"), "SavePromoCode")
        .get("/{code}", show_code, needs_confirmed("pricebook.manage"), "promo_code")
        .post("/{code}", update_code, needs_confirmed("pricebook.manage"), "SavePromoCode",
              "promo_code")
        .post("/{code}/arret", create_code_stop, needs_confirmed("pricebook.manage"), {},
              "promo_code")
        .post("/{code}/arret/fin", delete_code_stop, needs_confirmed("pricebook.manage"), {},
              "promo_code");
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission("pricebook.manage", "pricebook.permission.manage");
    module.permission("pricebook.read", "pricebook.permission.read");

    module.staff("/tarifs")
        .get("", show_book, needs_confirmed("pricebook.manage"))
        .get("/versions", list_versions, needs_confirmed("pricebook.manage"))
        .get("/modifications", list_changes, needs_confirmed("pricebook.manage"));
    module.staff("/tarifs/versions/{version}")
        .get("", show_version, needs_confirmed("pricebook.manage"), "pricebook_version")
        .get("/rejeu", show_replay, needs_confirmed("pricebook.manage"), "pricebook_version")
        .get("/rejeu.csv", export_replay_csv, needs_confirmed("pricebook.manage"),
             "pricebook_version")
        .post("/reprise", restore_version, needs_confirmed("pricebook.manage"), {},
              "pricebook_version")
        .post("/report", unschedule_version, needs_confirmed("pricebook.manage"), {},
              "scheduled_version");
    module.staff("/tarifs/brouillon")
        .get("", show_draft, needs_confirmed("pricebook.manage"))
        .post("", create_draft, needs_confirmed("pricebook.manage"))
        .post("/abandon", delete_draft, needs_confirmed("pricebook.manage"))
        .post("/categories", update_category, needs_confirmed("pricebook.manage"), "RenameCategory")
        .get("/activation", show_activation, needs_confirmed("pricebook.manage"))
        .post("/activation", create_activation, needs_confirmed("pricebook.manage"),
              "ActivateDraft");
    module.staff("/tarifs/brouillon/articles")
        .get("/nouveau", new_item, needs_confirmed("pricebook.manage"))
        .post("", create_item, needs_confirmed("pricebook.manage"), "SaveItem")
        .get("/{article}", show_item, needs_confirmed("pricebook.manage"), "pricebook_item")
        .post("/{article}", update_item, needs_confirmed("pricebook.manage"), "SaveItem",
              "pricebook_item")
        .post("/{article}/retrait", delete_item, needs_confirmed("pricebook.manage"), {},
              "pricebook_item");
    module.staff("/tarifs/particuliers")
        .get("", list_special_prices, needs_confirmed("pricebook.manage"))
        .get("/nouveau", new_special_price, needs_confirmed("pricebook.manage"))
        .post("", create_special_price, needs_confirmed("pricebook.manage"), "SaveSpecialPrice")
        .get("/{special}", show_special_price, needs_confirmed("pricebook.manage"), "special_price")
        .post("/{special}", update_special_price, needs_confirmed("pricebook.manage"),
              "SaveSpecialPrice", "special_price")
        .post("/{special}/retrait", delete_special_price, needs_confirmed("pricebook.manage"), {},
              "special_price");
    group_routes(module);
    code_routes(module);

    module.permission("pricebook.read_own", "pricebook.permission.read_own");
    module.staff("/tarifs/portail")
        .post("", update_showing, needs_confirmed("pricebook.manage"), "ShowPrices");
    module.portal("/tarifs").get("", show_own_prices, guard::needs("pricebook.read_own"));
    module.panel({.slot = "portal_home",
                  .permission = "pricebook.read_own",
                  .order = 30,
                  .render = own_prices_panel});

    module.nav({.label_key = "pricebook.nav",
                .path = "/tarifs",
                .icon = "tag",
                .permission = "pricebook.manage",
                .order = 150});
    crm::move_with(special_price_rows());
    crm::move_with(group_rows());
    crm::move_with(code_rows());
    crm::move_with(code_use_rows());
    module.job(install_job, {.handler = run_install});
    module.on<identity::BusinessFounded>(on_business_founded);
    module.on<quotes::QuoteCancelled>(on_quote_cancelled);
}

} // namespace pricebook
