#include "kernel/html/ui/assets.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/html/ui/thread.hpp"

#include <doctest.h>

#include <array>
#include <stdexcept>
#include <string>

namespace
{

const std::string hostile = R"("'><img src=x onerror=alert(1)>)";
const html::Url here = html::Url::local("/here");

bool has(const html::Html& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

ui::Field field()
{
    return {.name = "siret",
            .label = hostile,
            .value = hostile,
            .hint = hostile,
            .error = hostile,
            .placeholder = hostile,
            .is_required = true};
}

ui::Document document()
{
    return {.title = hostile,
            .brand = {.name = hostile, .place = hostile},
            .csrf_token = hostile,
            .toasts = {{.title = hostile, .detail = hostile}}};
}

std::vector<html::Html> every_component()
{
    const ui::NavItem item{
        .label = hostile, .to = here, .icon = hostile, .count = 3, .hotkey = hostile};
    const ui::Message message{.id = hostile,
                              .author = {.name = hostile},
                              .role = hostile,
                              .at = {hostile, hostile},
                              .body = ui::paragraphs(hostile)};
    const ui::Button button{
        .label = hostile, .classes = hostile, .hotkey = hostile, .name = hostile, .value = hostile};
    const ui::Viewer viewer{.name = hostile, .detail = hostile, .account = here};
    return {
        ui::submit(button),
        ui::button(button),
        ui::link_button(here, button),
        ui::icon_button(button),
        ui::input_field(field()),
        ui::text_area(field()),
        ui::password_field(field()),
        ui::code_field(field()),
        ui::select_field(field(), {{hostile, hostile, hostile}}),
        ui::radio_group(field(), {{hostile, hostile, hostile}}),
        ui::check_box(field()),
        ui::switch_field(field()),
        ui::error_summary({{hostile, hostile, hostile}}),
        ui::hidden_field(hostile, hostile),
        ui::badge(hostile, ui::Tone::Red),
        ui::dot(ui::Tone::Red, hostile),
        ui::avatar({.name = hostile}),
        ui::card({.title = hostile, .id = hostile, .classes = hostile},
                 ui::row({.title = hostile, .detail = hostile})),
        ui::properties({{hostile, html::text(hostile)}}),
        ui::indicators(hostile, {{hostile, hostile, html::none}}),
        ui::list({.caption = hostile,
                  .columns = {{.label = hostile, .classes = hostile}},
                  .rows = ui::list_row({.id = hostile}, ui::cell(html::text(hostile), hostile))}),
        ui::party_cell(hostile),
        ui::pager({.range = hostile, .next = here}),
        ui::empty_state({.title = hostile, .detail = hostile, .reference = hostile}),
        ui::tabs(hostile, {{.label = hostile, .to = here}}),
        ui::segmented(hostile, {{.label = hostile, .to = here}}),
        ui::chip({hostile, hostile, here}),
        ui::banner({.strong = hostile, .words = hostile}),
        ui::steps({{hostile, hostile}}),
        ui::meter(hostile, 3),
        ui::message(message),
        ui::internal_note(message),
        ui::event("x", html::text(hostile), {hostile, hostile}),
        ui::file_chip({.to = here, .name = hostile, .size = hostile}),
        ui::composer({.id = hostile,
                      .action = here,
                      .name = hostile,
                      .label = hostile,
                      .placeholder = hostile,
                      .value = hostile,
                      .error = hostile,
                      .leave_question = hostile}),
        ui::file_field(field(), hostile),
        ui::attach_button(hostile, hostile),
        ui::record({.panel = ui::panel_part(hostile, html::none), .panel_label = hostile}),
        ui::menu({.id = hostile,
                  .label = hostile,
                  .content = ui::menu_item({.label = hostile, .to = here, .key = hostile})}),
        ui::dialog({.id = hostile, .title = hostile}),
        ui::breadcrumbs({{hostile, here}, {hostile, {}}}),
        ui::staff_shell(
            {.document = document(),
             .nav = {{hostile, {item}}},
             .settings = item,
             .palette = ui::Palette{.results = here, .suggestions = here, .shortcuts = here},
             .viewer = viewer},
            {}),
        ui::portal_shell(
            {.document = document(), .nav = {item}, .phone = hostile, .viewer = viewer}, {}),
        ui::auth_split({.document = document()}),
        ui::plain_page(document(), {})};
}

} // namespace

TEST_CASE("no component lets a hostile text become markup")
{
    for (const auto& made : every_component()) {
        CAPTURE(made.text());
        CHECK(has(made, "&lt;img"));
        CHECK_FALSE(has(made, "<img"));
        CHECK_FALSE(has(made, "'>"));
        CHECK_FALSE(has(made, " style="));
    }
}

TEST_CASE("a field's error is tied to it for screen readers")
{
    const auto made = ui::input_field(
        {.name = "siret", .label = "SIRET", .hint = "14 chiffres", .error = "Il en manque 5."});
    CHECK(has(made, R"(<label class="label" for="f-siret">)"));
    CHECK(has(made, R"(aria-describedby="f-siret-hint f-siret-error" aria-invalid="true")"));
    CHECK(has(made, R"(<p class="err" id="f-siret-error">)"));
    CHECK_FALSE(has(ui::input_field({.name = "siret", .label = "SIRET"}), "aria-"));
}

TEST_CASE("a password is never sent back to the browser")
{
    CHECK_FALSE(has(ui::password_field({.name = "password", .label = "p", .value = "secret-value"}),
                    "secret-value"));
}

TEST_CASE("the error summary counts the fields and links to each")
{
    const auto made =
        ui::error_summary({{"siret", "SIRET", "Trop court."}, {"", "", "Déjà envoyé."}});
    CHECK(has(made, "2 champs à corriger."));
    CHECK(has(made, R"(href="#f-siret")"));
    CHECK(has(made, "<li>Déjà envoyé.</li>"));
    CHECK(ui::error_summary({}).empty());
}

TEST_CASE("counters stop at 99+, and nought is not shown")
{
    CHECK(has(ui::count(99), ">99<"));
    CHECK(has(ui::count(100), ">99+<"));
    CHECK(ui::count(0).empty());
    CHECK(ui::count_text(0) == "0");
    CHECK(ui::count_text(100) == "99+");
}

TEST_CASE("a person keeps the same hue, as one of 36 classes")
{
    CHECK(ui::hue_step("Anne Le Goff") == ui::hue_step("Anne Le Goff"));
    for (const auto* name : {"", "a", "Yann", "Maëlys Corre"}) {
        CHECK(ui::hue_step(name) >= 0);
        CHECK(ui::hue_step(name) < 36);
    }
}

TEST_CASE("plain text becomes paragraphs, and line breaks stay")
{
    CHECK(ui::paragraphs("a\nb\n\n\n\nc<").text() == "<p>a<br>b</p><p>c&lt;</p>");
    CHECK(ui::paragraphs("").empty());
    CHECK(ui::paragraphs("\n\na\n\n").text() == "<p>a</p>");
}

TEST_CASE("an icon named by data is dropped when it is not a name")
{
    CHECK(ui::icon(ui::Icon::named("x\"><script>")).empty());
    CHECK(has(ui::icon(ui::Icon::named("inbox")), "#inbox"));
    CHECK(ui::tone_named("green") == ui::Tone::Green);
    CHECK(ui::tone_named("nothing") == ui::Tone::Gray);
}

TEST_CASE("a menu entry that counts nothing and a pager without pages show nothing")
{
    CHECK(ui::pager({}).empty());
    CHECK(has(ui::pager({.range = "1", .next = here}), "disabled"));
}

TEST_CASE("asset addresses come from the embedded files, and a missing one is refused")
{
    const std::array files{base::EmbeddedFile{"web/dist/app.0a.css", ""}};
    CHECK_THROWS_AS(ui::use_assets(files), std::runtime_error);
    CHECK(ui::assets().stylesheet.text() == "/assets/app.css");
}
