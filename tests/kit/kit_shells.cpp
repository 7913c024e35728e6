#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/menu.hpp"
#include "tests/kit/kit.hpp"

namespace kit
{

using namespace html;
using ui::ButtonKind;
using ui::Tone;

namespace
{

const Url here = Url::local("/kit");

ui::Document document(std::string title)
{
    return {.title = std::move(title),
            .brand = {.name = "Ponant Informatique", .place = "Lorient · Groix"},
            .theme = ui::Theme::Light,
            .csrf_token = "kit"};
}

ui::StaffShell staff(std::string title)
{
    return {.document = document(std::move(title)),
            .nav = {{"",
                     {{.label = "Ma journée", .to = here, .icon = "sun"},
                      {.label = "Tickets",
                       .to = here,
                       .icon = "inbox",
                       .count = 12,
                       .is_current = true,
                       .hotkey = "g t"},
                      {.label = "Projets", .to = here, .icon = "folder-kanban"},
                      {.label = "Clients", .to = here, .icon = "users"}}},
                    {"Ventes",
                     {{.label = "Devis", .to = here, .icon = "file-pen-line", .count = 104},
                      {.label = "Factures", .to = here, .icon = "receipt-text"}}}},
            .settings = ui::NavItem{.label = "Réglages", .to = here, .icon = "settings-2"},
            .palette = ui::Palette{.results = here, .suggestions = here, .shortcuts = here},
            .workspaces = here,
            .viewer = {.name = "Yann Tanguy",
                       .detail = "yann@ponant-informatique.example",
                       .account = here}};
}

Html states_page()
{
    auto shell = staff("États et composants");
    shell.document.toasts = {{.title = "Réponse envoyée",
                              .detail = "Départ dans 8 secondes.",
                              .action = ui::link(here, "Annuler")}};
    return ui::staff_shell(shell, {.actions = ui::link_button(here, {.label = "Nouveau",
                                                                     .icon = "plus",
                                                                     .kind = ButtonKind::Primary,
                                                                     .hotkey = "c"}),
                                   .body = states()});
}

Html thread_page()
{
    return ui::staff_shell(
        staff("Ticket"), {.breadcrumbs = ui::breadcrumbs({{"Tickets", here}, {"T-2026-01284", {}}}),
                          .actions = ui::submit({.label = "Résoudre", .icon = "check"}),
                          .body = ticket_thread(),
                          .has_tab_bar = false});
}

Html sign_in()
{
    const auto form =
        ui::form({.action = here, .classes = "mt-7 grid gap-4"},
                 ui::input_field({.name = "email",
                                  .label = "Adresse e-mail",
                                  .value = "yann@ponant-informatique.example",
                                  .type = "email",
                                  .autocomplete = "username"}),
                 ui::password_field({.name = "password",
                                     .label = "Mot de passe",
                                     .error = "Mot de passe incorrect. Encore 4 essais.",
                                     .autocomplete = "current-password"}),
                 ui::submit({.label = "Se connecter",
                             .kind = ButtonKind::Primary,
                             .size = ui::ButtonSize::Large,
                             .classes = "w-full"}));
    const auto panel =
        group(div(cls("panel overflow-hidden !shadow-[var(--shadow-2)]"),
                  div(cls("card-head"), span(cls("h2"), "Votre vendredi")),
                  div(cls("row rule"), ui::tile("laptop", Tone::Blue),
                      span(cls("flex-1 text-13 font-[560]"), "Anne Le Goff"),
                      span(cls("num text-12 text-fg-3"), "15 h 30"))),
              p(cls("mt-8 text-balance text-22 font-[580] leading-[30px] tracking-[-.015em]"),
                "De l’appel du client au paiement de la facture, tout tient sur le même établi."));
    return ui::auth_split(
        {.document = document("Connexion"),
         .body = group(h1(cls("h1"), "Content de vous revoir"),
                       p(cls("mt-1 text-fg-2"), "Connectez-vous à votre espace de travail."), form),
         .panel = panel,
         .footer = text("Propulsé par Établi")});
}

Html second_factor()
{
    const auto form =
        ui::form({.action = here, .classes = "mt-7 grid gap-5"},
                 ui::code_field(
                     {.name = "code", .label = "Code à 6 chiffres", .error = "Ce code a expiré."}),
                 ui::submit({.label = "Vérifier",
                             .kind = ButtonKind::Primary,
                             .size = ui::ButtonSize::Large,
                             .classes = "w-full"}));
    return ui::auth_split(
        {.document = document("Vérification"),
         .body = group(ui::tile("shield-check", Tone::Blue, "mb-5 !size-11 !rounded-xl"),
                       h1(cls("h1"), "Code de vérification"), form)});
}

Html portal()
{
    const ui::Viewer viewer{.name = "Anne Le Goff", .detail = "anne@ti-avel.example"};
    const auto body =
        div(cls("grid grid-cols-1 gap-6"),
            h1(cls("text-[26px] font-[640] leading-8 tracking-[-.02em]"), "Bonjour Anne"),
            ui::card({.title = "Votre portable ne démarre plus", .id = "p1"},
                     ui::card_body(ui::steps(
                         {{"Demande reçue", "ce matin à 8 h 51", ui::StepState::Done},
                          {"Visite chez vous", "aujourd’hui à 15 h 30", ui::StepState::Now}}))));
    return ui::portal_shell(
        {.document = document("Mon espace"),
         .nav = {{.label = "Accueil", .to = here, .icon = "house", .is_current = true},
                 {.label = "Demandes", .to = here, .icon = "message-circle"},
                 {.label = "Documents", .to = here, .icon = "file-text"}},
         .phone = "02 97 00 00 00",
         .viewer = viewer},
        body);
}

Html not_found()
{
    return ui::plain_page(
        document("Page introuvable"),
        group(ui::empty_state({.icon = "compass",
                               .title = "Cette page n’existe pas",
                               .detail = "Elle a peut-être été déplacée.",
                               .actions = ui::link_button(here, {.label = "Retour à l’accueil",
                                                                 .kind = ButtonKind::Primary}),
                               .level = ui::EmptyTitle::OfPage})));
}

} // namespace

std::vector<Sample> samples()
{
    return {{"states.html", states_page()},
            {"list.html",
             ui::staff_shell(staff("Tickets"),
                             {.actions = ui::link_button(here, {.label = "Nouveau ticket",
                                                                .icon = "plus",
                                                                .kind = ButtonKind::Primary}),
                              .body = ticket_list()})},
            {"thread.html", thread_page()},
            {"publication.html",
             ui::staff_shell(staff("Chantier"), {.body = publication(), .has_tab_bar = false})},
            {"sign_in.html", sign_in()},
            {"second_factor.html", second_factor()},
            {"portal.html", portal()},
            {"not_found.html", not_found()}};
}

} // namespace kit
