#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/photo_grid.hpp"
#include "kernel/html/ui/photos_field.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/html/ui/rich_text_field.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/html/ui/thread.hpp"
#include "tests/kit/kit.hpp"

namespace kit
{

using namespace html;
using ui::ButtonKind;
using ui::Tone;

namespace
{

const Url here = Url::local("/kit");

Html buttons()
{
    return group(
        div(cls("flex flex-wrap gap-2"),
            ui::button({.label = "Principal", .kind = ButtonKind::Primary}),
            ui::button({.label = "Secondaire"}),
            ui::button({.label = "Discret", .kind = ButtonKind::Ghost}),
            ui::button({.label = "Supprimer", .icon = "trash-2", .kind = ButtonKind::Danger}),
            ui::button({.label = "Indisponible", .is_disabled = true}),
            ui::submit({.label = "Enregistrer",
                        .kind = ButtonKind::Primary,
                        .more = attribute<"aria-busy">("true")}),
            ui::icon_button(
                {.label = "Autres actions", .icon = "ellipsis", .more = ui::opens("kit-menu")})),
        ui::menu({.id = "kit-menu",
                  .label = "Actions",
                  .content = group(
                      ui::menu_item(
                          {.label = "Attribuer", .to = here, .icon = "user-check", .key = "A"}),
                      ui::menu_item({.label = "Étiqueter", .to = here, .icon = "tag", .key = "L"}),
                      ui::menu_rule(),
                      ui::menu_item({.label = "Fusionner…", .to = here, .icon = "merge"}))}),
        div(cls("flex flex-wrap gap-1.5"), ui::badge("Nouveau", Tone::Violet),
            ui::badge("En cours", Tone::Blue), ui::badge("En attente", Tone::Amber),
            ui::badge("Planifié", Tone::Teal), ui::badge("Résolu", Tone::Green),
            ui::badge("En retard", Tone::Red), ui::badge("Fermé", Tone::Gray),
            ui::badge("Windows", Tone::Gray, ui::Dot::No)),
        div(cls("flex flex-wrap items-center gap-3"),
            ui::avatar({.name = "Yann Tanguy", .is_present = true}),
            ui::avatar({.name = "Anne Le Goff", .size = ui::AvatarSize::Large}),
            ui::avatar_stack({{.name = "Maëlys Corre"},
                              {.name = "Tom Riou"},
                              {.name = "Yann Tanguy"},
                              {.name = "Iris Le Bihan"},
                              {.name = "Loïc Guen"},
                              {.name = "Nina Kerdoncuff"}}),
            ui::kbd("Ctrl"), ui::kbd("K"),
            span(cls("tone t-red"), ui::priority_bars(ui::Priority::High)),
            ui::tone("42 min", Tone::Red), ui::dot(Tone::Green, "En direct")),
        ui::segmented("Affichage", {{.label = "Liste", .to = here, .is_current = true},
                                    {.label = "Tableau", .to = here}}),
        ui::form({.action = here, .id = "kit-choices", .classes = "grid gap-1"},
                 ui::check_box({.name = "trust",
                                .label = "Faire confiance à cet appareil",
                                .value = "on",
                                .hint = "Pendant 30 jours"}),
                 ui::switch_field({.name = "mail", .label = "Prévenir par e-mail", .value = "on"}),
                 ui::radio_group(
                     {.name = "side", .label = "Sens", .value = "in"},
                     {{"in", "Appel reçu", ""}, {"out", "Appel émis", "Compté au forfait"}})));
}

Html progress_of_work()
{
    return group(ui::steps({{"Demande reçue", "ce matin à 8 h 51", ui::StepState::Done},
                            {"Visite chez vous", "aujourd’hui à 15 h 30", ui::StepState::Now},
                            {"Réparé", "", ui::StepState::Later}}),
                 ui::meter("Forfait consommé, 50 %", 50),
                 ui::meter("Forfait consommé, 90 %", 90, 100, Tone::Red),
                 ui::properties({{"Statut", ui::badge("En cours", Tone::Blue)},
                                 {"Attribué à", group(ui::avatar({.name = "Yann Tanguy",
                                                                  .size = ui::AvatarSize::Small}),
                                                      "Yann Tanguy")},
                                 {"Rien", none},
                                 {"Échéance", ui::tone("11 h 30", Tone::Red)}}));
}

Html work_to_do()
{
    return ui::card(
        {.title = "À faire maintenant",
         .id = "todo",
         .count = 3,
         .actions = a(cls("link text-13"), href(here), "Tous les tickets")},
        group(
            ui::row_link(
                here, {.lead = ui::tile("alarm-clock", Tone::Red),
                       .title = "Répondre à Anne Le Goff",
                       .detail = "T-2026-01284 · Le portable ne démarre plus après la mise à jour",
                       .aside = ui::badge("dans 42 min", Tone::Red, ui::Dot::No)}),
            ui::row_link(here, {.lead = ui::tile("phone-missed", Tone::Amber),
                                .title = "Rappeler le Cabinet Le Gall",
                                .detail = "Appel manqué à 9 h 12",
                                .aside = text("9 h 12")}),
            ui::row({.lead = ui::avatar({.name = "Tom Riou", .size = ui::AvatarSize::Large}),
                     .title = "Tom est en congé",
                     .aside = text("lundi")})));
}

} // namespace

Html states()
{
    const auto empty = ui::empty_state(
        {.icon = "inbox",
         .title = "Aucun ticket dans votre file",
         .detail = "Les nouvelles demandes arriveront ici.",
         .actions = group(ui::link_button(here, {.label = "Voir les non attribués",
                                                 .kind = ButtonKind::Primary}),
                          ui::link_button(here, {.label = "Nouveau", .icon = "plus"}))});
    const auto broken = ui::empty_state(
        {.icon = "cloud-off",
         .title = "La liste n’a pas pu être chargée",
         .detail = "Rien n’est perdu.",
         .actions = ui::link_button(here, {.label = "Réessayer", .icon = "rotate-cw"}),
         .tone = Tone::Red,
         .reference = "Référence 8F3-21C"});
    return group(
        div(cls("px-4 pt-3 lg:px-8"),
            ui::banner({.icon = "wifi-off",
                        .strong = "Hors ligne.",
                        .words = "2 saisies attendent sur cet appareil."})),
        div(cls("grid grid-cols-1 items-start gap-5 px-4 py-5 md:grid-cols-2 lg:px-8 "
                "xl:grid-cols-3"),
            work_to_do(), ui::card({.title = "Vide", .id = "k-empty"}, empty),
            ui::card({.title = "Erreur", .id = "k-broken"}, broken),
            ui::card({.title = "Formulaire refusé", .id = "k-form"}, ui::card_body(refused_form())),
            ui::card({.title = "Boutons, badges, choix", .id = "k-buttons"},
                     ui::card_body(buttons())),
            ui::card({.title = "Avancement", .id = "k-steps"}, ui::card_body(progress_of_work())),
            div(cls("md:col-span-2 xl:col-span-3"),
                ui::indicators(
                    "Indicateurs du mois",
                    {{"Ouverts", "41", none},
                     {"Résolus ce mois", "128", ui::badge("+12 %", Tone::Green, ui::Dot::No)},
                     {"Première réponse", "38 min", none},
                     {"Satisfaction", "96 %", none}}))));
}

Html refused_form()
{
    return ui::form(
        {.action = here},
        ui::error_summary(
            {{"siret", "SIRET", "Il manque 5 chiffres."}, {"password", "", "Encore 4 essais."}}),
        ui::input_field({.name = "siret",
                         .label = "SIRET",
                         .value = "812 345 67",
                         .error = "Il manque 5 chiffres : un SIRET en compte 14.",
                         .is_required = true,
                         .is_numeric = true}),
        ui::input_field({.name = "zip",
                         .label = "Code postal",
                         .value = "56590",
                         .hint = "Groix, Morbihan",
                         .is_numeric = true}),
        ui::select_field(
            {.name = "team", .label = "Équipe", .value = "lorient", .placeholder = "Choisir…"},
            {{"lorient", "Lorient", ""}, {"groix", "Groix", ""}}),
        ui::text_area({.name = "note", .label = "Remarque", .value = "<script>alert(1)</script>"},
                      3),
        ui::file_field(
            {.name = "photos", .label = "Photos", .hint = "50 Mo au plus", .more = multiple()},
            "image/*"),
        ui::password_field({.name = "password",
                            .label = "Mot de passe",
                            .error = "Mot de passe incorrect. Encore 4 essais."}),
        ui::form_actions(ui::submit({.label = "Enregistrer", .kind = ButtonKind::Primary}),
                         ui::link_button(here, {.label = "Annuler", .kind = ButtonKind::Ghost})));
}

namespace
{

ui::Photo photo(int number, std::string caption)
{
    const auto at = [&](std::string_view size) {
        return Url::local("/photo").with("n", std::to_string(number)).with("t", size);
    };
    return {.id = "photo_" + std::to_string(number),
            .thumbnail = at("thumbnail"),
            .medium = at("medium"),
            .large = at("large"),
            .original = at("original"),
            .width = number % 2 == 0 ? 1200 : 1600,
            .height = number % 2 == 0 ? 1600 : 1200,
            .caption = std::move(caption)};
}

Html photos()
{
    auto drawn = photo(2, "Le seuil");
    drawn.drawing = {{base::ShapeKind::arrow, {{.2, .2}, {.5, .45}}, ""},
                     {base::ShapeKind::circle, {{.4, .4}, {.8, .6}}, ""},
                     {base::ShapeKind::line, {{.1, .8}, {.3, .75}, {.5, .85}}, ""},
                     {base::ShapeKind::words, {{.15, .15}}, "2 cm à reprendre"}};
    return group(ui::photo_grid({photo(1, "La dalle coulée"), drawn, photo(3, "")}),
                 ui::photo_grid({photo(4, "Seule")}));
}

} // namespace

Html publication()
{
    return div(
        cls("mx-auto grid max-w-[760px] gap-5 px-4 py-5"),
        ui::form(
            {.action = here, .has_files = true},
            ui::rich_text_field(
                {.field = {.name = "text",
                           .label = "Ce qui a été fait",
                           .value = "Bonjour,\n\nLa dalle est coulée.\nElle sèche jusqu’à lundi.",
                           .length_max = 20000},
                 .leave_question = "Quitter la page ?"}),
            ui::rich_text_field({.field = {.name = "note",
                                           .label = "Déjà publié",
                                           .value = "Pose du carrelage",
                                           .hint = "Visible du client",
                                           .error = "Le texte compte 20 000 caractères au plus.",
                                           .length_max = 20000},
                                 .html = "<p>Pose du <strong>carrelage</strong></p>"}),
            ui::photos_field({.field = {.name = "photos", .label = "Photos"},
                              .held = {{"42", "seuil.jpg", "Le seuil", ""}},
                              .count_max = 4}),
            ui::form_actions(ui::submit({.label = "Publier", .kind = ButtonKind::Primary}))),
        photos());
}

Html ticket_list()
{
    const auto line = [](int number, std::string_view subject, std::string_view client,
                         const Html& status) {
        return ui::list_row(
            {.id = "ticket_" + std::to_string(number), .is_unread = number % 2 == 0},
            group(
                ui::cell(a(href(here), span(cls("num"), "T-", number), span(cls("subj"), subject)),
                         "what"),
                ui::party_cell(client), ui::cell(status, "state"),
                ui::cell(ui::avatar({.name = "Yann Tanguy"}), "aside"),
                ui::cell(ui::tone("42 min", Tone::Red), "when")));
    };
    Html rows;
    for (int i = 1284; i > 1272; --i)
        rows += line(i,
                     i % 3 == 0 ? "Imprimante qui refuse le recto verso"
                                : "Le portable ne démarre plus après la mise à jour",
                     i % 2 == 0 ? "Anne Le Goff" : "Cabinet Le Gall",
                     i % 4 == 0 ? ui::badge("Nouveau", Tone::Violet)
                                : ui::badge("En cours", Tone::Blue));
    return group(
        ui::tabs("Vues", {{.label = "À traiter", .to = here, .count = 12, .is_current = true},
                          {.label = "Les miens", .to = here, .count = 4},
                          {.label = "Tous", .to = here, .count = 141}}),
        div(cls("flex items-center gap-2 overflow-x-auto px-4 py-2.5 lg:px-5"),
            ui::chip({"Équipe", "Lorient", here}), ui::chip_link(here, "list-filter", "Filtrer")),
        div(cls("border-t border-line"),
            ui::list({.caption = "Tickets à traiter, triés par échéance",
                      .columns = {{.label = "Sujet", .width = ui::ColumnWidth::Fill},
                                  {.label = "Client"},
                                  {.label = "Statut"},
                                  {.label = "Responsable", .is_label_hidden = true},
                                  {.label = "Échéance", .align = ui::ColumnAlign::Right}},
                      .rows = rows})),
        ui::pager({.range = "1 – 50 sur 141", .next = here.with("page", "2")}));
}

Html ticket_thread()
{
    const auto said = [](std::string_view words) { return ui::paragraphs(words); };
    const ui::Avatar anne{.name = "Anne Le Goff"};
    const auto entries =
        group(ui::message(
                  {.id = "message_1",
                   .author = anne,
                   .role = "Cliente",
                   .at = {"8 h 51", "2026-11-20T07:51:00.000Z"},
                   .body = said("Bonjour, depuis la mise à jour d’hier soir mon portable reste "
                                "bloqué sur un écran bleu.\n\nMerci de votre aide !"),
                   .attachments = ui::file_chip(
                       {.to = here, .icon = "image", .name = "ecran-bleu.jpg", .size = "1,8 Mo"})}),
              ui::event("user-check", group(b("Maëlys"), " a attribué le ticket à ", b("Yann")),
                        {"8 h 58", "2026-11-20T07:58:00.000Z"}),
              ui::internal_note({.id = "message_2",
                                 .author = {.name = "Maëlys Corre", .is_present = true},
                                 .at = {"9 h 34", "2026-11-20T08:34:00.000Z"},
                                 .body = said("Même pilote graphique que T-2026-01242.")}));
    const auto reply =
        ui::composer({.action = here,
                      .label = "Votre réponse",
                      .placeholder = "Écrire une réponse",
                      .top = span(cls("ml-1 text-12 text-fg-3"), "à Anne Le Goff"),
                      .tools = ui::attach_button("files", "Joindre un fichier"),
                      .send = ui::submit({.label = "Envoyer", .kind = ButtonKind::Primary}),
                      .leave_question = "Quitter la page ?"});
    const auto head = group(h1(cls("h1"), "Le portable ne démarre plus après la mise à jour"),
                            div(cls("mt-2.5 flex flex-wrap items-center gap-2"),
                                ui::badge("En cours", Tone::Blue),
                                ui::badge("Réponse attendue dans 42 min", Tone::Red, ui::Dot::No)));
    const auto panel = group(
        ui::properties(
            {{"Statut", ui::badge("En cours", Tone::Blue)},
             {"Attribué à",
              group(ui::avatar({.name = "Yann Tanguy", .size = ui::AvatarSize::Small}),
                    "Yann Tanguy")},
             {"Priorité",
              group(span(cls("tone t-red"), ui::priority_bars(ui::Priority::Urgent)), "Urgente")},
             {"Échéance", ui::tone("11 h 30", Tone::Red)}}),
        ui::panel_part("Cliente",
                       div(cls("flex items-center gap-3"),
                           ui::avatar({.name = "Anne Le Goff", .size = ui::AvatarSize::Large}),
                           p(cls("text-13 font-[560]"), "Anne Le Goff"))));
    return ui::record({.head = head,
                       .thread = ui::thread(entries),
                       .composer = reply,
                       .panel = panel,
                       .panel_label = "Propriétés du ticket"});
}

} // namespace kit
