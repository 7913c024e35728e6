#include "kernel/module.hpp"

#include "kernel/files/files.hpp"
#include "kernel/sms/telephones.hpp"
#include "modules/crm/client_activity_pages.hpp"
#include "modules/crm/client_export_pages.hpp"
#include "modules/crm/client_import_actions.hpp"
#include "modules/crm/client_import_pages.hpp"
#include "modules/crm/client_index.hpp"
#include "modules/crm/client_line_pages.hpp"
#include "modules/crm/client_listeners.hpp"
#include "modules/crm/client_merge_pages.hpp"
#include "modules/crm/client_note_pages.hpp"
#include "modules/crm/client_pages.hpp"
#include "modules/crm/client_type_pages.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/document_actions.hpp"
#include "modules/crm/document_pages.hpp"
#include "modules/crm/document_store.hpp"
#include "modules/crm/duplicate_actions.hpp"
#include "modules/crm/duplicate_pages.hpp"
#include "modules/crm/erasure_listeners.hpp"
#include "modules/crm/import_guest_actions.hpp"
#include "modules/crm/interaction_actions.hpp"
#include "modules/crm/interaction_pages.hpp"
#include "modules/crm/portal_access_pages.hpp"
#include "modules/crm/portal_change_pages.hpp"
#include "modules/crm/portal_colleague_pages.hpp"
#include "modules/crm/portal_details_pages.hpp"
#include "modules/crm/portal_document_pages.hpp"
#include "modules/crm/quote_listeners.hpp"
#include "modules/crm/service_zone_pages.hpp"
#include "modules/crm/tag_pages.hpp"
#include "modules/crm/telephones.hpp"
#include "modules/crm/timeline_pages.hpp"

namespace crm
{

using guard::needs;

namespace
{

void describe_imports(kernel::Module& module)
{
    module.staff("/clients/import")
        .get("", list_imports, needs("clients.manage"))
        .post("", create_import, needs("clients.manage"))
        .takes_files(import_form_bytes_max)
        .get("/{import}", show_import, needs("clients.manage"), "client_import")
        .post("/{import}", update_import, needs("clients.manage"), "SaveClientImport",
              "client_import")
        .post("/{import}/abandon", delete_import, needs("clients.manage"), {}, "client_import")
        .get("/{import}/rapport", export_problems, needs("clients.manage"), "client_import");
    module.job(import_job, {.handler = run_import});
    module.job(guests_job, {.handler = invite_guests});
    offer_import_mail();
    files::guard_with(import_files, refuse_to_open);
}

void describe_tags(kernel::Module& module)
{
    module.staff("/clients/etiquettes")
        .get("", list_tags, needs("clients.manage"))
        .post("/{tag}", update_tag, needs("clients.manage"), "SaveTag", "client_tag")
        .post("/{tag}/fusion", create_tag_merge, needs("clients.manage"), "MergeTag", "client_tag")
        .post("/{tag}/retrait", delete_tag, needs("clients.manage"), {}, "client_tag");
    module.staff("/clients/{id}/etiquettes")
        .post("", create_client_tag, needs("clients.annotate"), "TagClient", "client")
        .post("/{tag}", delete_client_tag, needs("clients.annotate"), {}, "client_tag");
}

void describe_types(kernel::Module& module)
{
    module.staff("/reglages/types-de-clients")
        .get("", list_types, needs("clients.manage"))
        .post("", create_type, needs("clients.manage"), "SaveClientType")
        .get("/{type}", show_type, needs("clients.manage"), "client_type")
        .post("/{type}", update_type, needs("clients.manage"), "SaveClientType", "client_type")
        .post("/{type}/retrait", delete_type, needs("clients.manage"), {}, "client_type")
        .post("/{type}/retour", restore_type, needs("clients.manage"), {}, "client_type");
    module.settings({.label_key = "crm.type.title",
                     .hint_key = "crm.type.hint",
                     .path = "/reglages/types-de-clients",
                     .icon = "users",
                     .permission = "clients.manage",
                     .order = 61});
}

void describe_activity(kernel::Module& module)
{
    module.staff("/reglages/clients-inactifs")
        .get("", show_inactivity, needs("clients.manage"))
        .post("", update_inactivity, needs("clients.manage"), "SaveInactivity");
    module.settings({.label_key = "crm.idle.title",
                     .hint_key = "crm.idle.hint",
                     .path = "/reglages/clients-inactifs",
                     .icon = "clock",
                     .permission = "clients.manage",
                     .order = 61});
}

void describe_zone(kernel::Module& module)
{
    module.staff("/reglages/zone")
        .get("", show_service_zone, needs("clients.manage"))
        .post("", update_service_zone, needs("clients.manage"), "SaveServiceZone");
    module.settings({.label_key = "crm.zone.title",
                     .hint_key = "crm.zone.hint",
                     .path = "/reglages/zone",
                     .icon = "map-pin",
                     .permission = "clients.manage",
                     .order = 62});
}

void describe_duplicates(kernel::Module& module)
{
    module.staff("/clients/ressemblances").get("", show_alikes, needs("clients.manage"));
    module.staff("/clients/doublons")
        .get("", list_duplicates, needs("clients.manage"))
        .post("", dismiss_pair, needs("clients.manage"), "DismissDuplicate")
        .post("/regle", update_duplicate_rule, needs("clients.manage"), "SaveDuplicateRule");
    module.job(duplicates_job, {.handler = find_duplicates});
}

void describe_merges(kernel::Module& module)
{
    module.staff("/clients/{id}/fusion")
        .get("", show_merge, needs("clients.manage"), "client")
        .post("", create_merge, needs("clients.manage"), "MergeClients", "client")
        .post("/annulation", create_merge_undoing, needs("clients.manage"), "UndoMerge",
              "kept_client");
    module.panel(
        {.slot = "client", .permission = "clients.manage", .order = 60, .render = merges_panel});
}

void describe_notes(kernel::Module& module)
{
    module.permission("clients.annotate", "crm.permission.annotate");
    module.staff("/clients/{id}/notes")
        .get("", list_client_notes, needs("clients.view"), "client")
        .post("", create_client_note, needs("clients.annotate"), "WriteClientNote", "client")
        .post("/{note}", delete_client_note, needs("clients.annotate"), {}, "client_note");
    module.staff("/clients/{id}/alertes")
        .get("", list_client_alerts, needs("clients.view"), "client")
        .post("", create_client_alert, needs("clients.annotate"), "WriteAlert", "client")
        .post("/{alert}", delete_client_alert, needs("clients.annotate"), {}, "client_alert");
    module.panel(
        {.slot = "client", .permission = "clients.view", .order = 10, .render = notes_panel});
}

void describe_timeline(kernel::Module& module)
{
    module.staff("/clients/{id}")
        .get("/historique", show_timeline, needs("clients.view"), "client");
    module.staff("/clients/{id}/echanges")
        .get("", list_interactions, needs("clients.view"), "client")
        .post("", create_interaction, needs("clients.annotate"), "WriteInteraction", "client")
        .post("/{interaction}", delete_interaction, needs("clients.annotate"), {}, "interaction");
    module.panel(
        {.slot = "client", .permission = "clients.view", .order = 40, .render = timeline_panel});
    module.on<mail::MessageSent>(on_message_sent);
}

void describe_documents(kernel::Module& module)
{
    module.staff("/clients/{id}/documents")
        .get("", list_documents, needs("clients.view"), "client")
        .post("", create_documents, needs("clients.annotate"), {}, "client")
        .takes_files(documents_bytes_max)
        .post("/{document}", update_document, needs("clients.annotate"), "ShowDocument",
              "client_document")
        .post("/{document}/retrait", delete_document, needs("clients.annotate"), {},
              "client_document");
    module.portal("/documents").get("", list_my_documents, guard::any_member());
    module.panel(
        {.slot = "client", .permission = "clients.view", .order = 45, .render = documents_panel});
    module.panel(
        {.slot = "portal_home", .permission = {}, .order = 40, .render = my_documents_panel});
    module.panel(
        {.slot = "portal_details", .permission = {}, .order = 3, .render = my_documents_link});
    files::guard_with(document_files, guard_document);
    move_with(document_rows());
}

void describe_details(kernel::Module& module)
{
    module.portal("/informations")
        .get("", show_my_details, guard::any_member())
        .get("/modifier", edit_my_details, guard::any_member())
        .post("", update_my_details, guard::any_member(), "SaveMyDetails")
        .get("/adresse/{token}", show_address_link, guard::any_member(), "address_link")
        .post("/adresse/{token}", confirm_my_address, guard::any_member(), {}, "address_link");
    module.portal("/informations/collegues")
        .get("", list_colleagues, guard::any_member())
        .post("", create_colleague, guard::any_member(), "InviteColleague");
    module.panel(
        {.slot = "portal_details", .permission = {}, .order = 5, .render = colleagues_panel});
    module.nav({.label_key = "crm.details.nav",
                .path = "/informations",
                .icon = "user-round",
                .side = tenancy::Side::portal,
                .order = 90});
    module.staff("/clients/{id}/changements/{change}")
        .get("", show_change, needs("clients.manage"), "portal_change")
        .post("", settle_change, needs("clients.manage"), "SettleChange", "portal_change");
    module.panel(
        {.slot = "client", .permission = "clients.manage", .order = 1, .render = changes_panel});
    module.staff("/reglages/informations-clients")
        .get("", show_portal_fields, needs("clients.fields"))
        .post("", update_portal_fields, needs("clients.fields"), "SavePortalFields");
    module.settings({.label_key = "crm.fields.title",
                     .hint_key = "crm.fields.hint",
                     .path = "/reglages/informations-clients",
                     .icon = "user-round",
                     .permission = "clients.fields",
                     .order = 62});
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission("clients.view", "crm.permission.view");
    module.permission("clients.manage", "crm.permission.manage");
    module.permission("clients.portal", "crm.permission.portal");
    module.permission("clients.fields", "crm.permission.fields");

    module.staff("/clients")
        .get("", list_clients, needs("clients.view"))
        .get("/export", export_clients, needs("clients.view"))
        .get("/export/classeur", export_workbook, needs("clients.view"))
        .post("/affichage", choose_client_layout, needs("clients.view"), "ChooseClientLayout")
        .get("/nouveau", new_client, needs("clients.manage"))
        .post("", create_client, needs("clients.manage"), "SaveClient")
        .get("/{id}", show_client, needs("clients.view"), "client")
        .get("/{id}/modifier", edit_client, needs("clients.manage"), "client")
        .post("/{id}", update_client, needs("clients.manage"), "SaveClient", "client")
        .get("/{id}/acces", new_portal_access, needs("clients.portal"), "client")
        .post("/{id}/acces", give_portal_access, needs("clients.portal"), "GivePortalAccess",
              "client");

    describe_imports(module);
    describe_tags(module);
    describe_types(module);
    describe_activity(module);
    describe_zone(module);
    describe_notes(module);
    describe_timeline(module);
    describe_documents(module);
    describe_duplicates(module);
    describe_merges(module);
    describe_details(module);
    sms::ask_for_telephones(telephone_of);
    module.subject({.kind = "client", .lines = client_lines});
    module.nav({.label_key = "crm.nav",
                .path = "/clients",
                .icon = "users",
                .permission = "clients.view",
                .order = 30,
                .hotkey = "g l"});
    module.searchable(client_kind());
    module.searchable(contact_kind());
    module.indexed(client_source());
    module.indexed(contact_source());
    module.creation({.label_key = "crm.list.new",
                     .path = "/clients/nouveau",
                     .icon = "user-round-plus",
                     .permission = "clients.manage",
                     .order = 20});
    module.on<identity::ClientRegistered>(on_client_registered);
    module.on<privacy::PersonErased>(on_person_erased);
    module.on<identity::InvitationAccepted>(on_invitation_accepted);
    module.on<quotes::QuoteSent>(on_quote_sent);
}

} // namespace crm
