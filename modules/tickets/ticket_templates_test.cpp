#include "kernel/i18n/translate.hpp"
#include "kernel/mail/wording.hpp"
#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/ticket_templates.hpp"

using namespace tickets;
using namespace tickets::test_kit;

namespace
{

const mail::Template& received()
{
    offer_mails();
    return *mail::find_template("tickets.received");
}

void say_it(Desk& desk, const mail::Wording& wording, std::int64_t seen = 0)
{
    auto enora = desk.enora();
    enora.write(
        [&](WorkspaceTransaction& tx) { mail::save_wording(tx, received(), wording, seen); });
}

mail::StoredMessage newest_to(Desk& desk, const std::string& name)
{
    return desk.house().read([&](WorkspaceTransaction& tx) {
        for (auto& message : mail::recent(tx))
            if (message.to_name == name) return message;
        throw base::NotFound{};
    });
}

bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("a business says a mail in its own words, in both parts, and goes back to ours")
// NTF-032
{
    Desk desk{engine};
    auto malo = desk.malo();
    say_it(desk,
           {.subject = "Bien reçu, {Site} : { numero }", .body = "Bonjour,\n\nVu : {titre}."});
    const auto ticket = desk.open(malo);
    const auto mail = newest_to(desk, "Malo");
    CHECK(mail.subject == "Bien reçu, Site Horizon : " + ticket.number);
    for (const auto& part : {mail.text, mail.html}) {
        CHECK(holds(part, "Bonjour,"));
        CHECK(holds(part, "Vu : Caméra 4 hors ligne."));
        CHECK(holds(part, "/demandes/" + ticket.number));
    }

    auto enora = desk.enora();
    enora.write([&](WorkspaceTransaction& tx) { mail::forget_wording(tx, received()); });
    desk.open(malo);
    CHECK(holds(newest_to(desk, "Malo").subject, "est arrivé"));
}

TEST_CASE_ENGINES("nothing that a business or a client types becomes HTML or another variable")
// NTF-032
{
    Desk desk{engine};
    auto malo = desk.malo();
    say_it(desk, {.subject = "<b>{titre}</b>", .body = "<script>alert(1)</script> {titre} & {{}"});
    malo.write([&](WorkspaceTransaction& tx) {
        return tickets::open_ticket(tx, {.title = "{client} <img src=x onerror=alert(2)>",
                                         .description = "Noire.",
                                         .project = desk.horizon,
                                         .client = desk.kervella});
    });
    const auto mail = newest_to(desk, "Malo");
    CHECK(mail.subject == "<b>{client} <img src=x onerror=alert(2)></b>");
    CHECK(holds(mail.text, "<script>alert(1)</script> {client} <img"));
    CHECK_FALSE(holds(mail.html, "<script"));
    CHECK_FALSE(holds(mail.html, "<img src=x"));
    CHECK_FALSE(holds(mail.html, "<b>"));
    CHECK(holds(mail.html, "&lt;script&gt;alert(1)&lt;/script&gt; {client} &lt;img"));
}

TEST_CASE_ENGINES("two who rewrite the same mail do not overwrite each other") // NTF-032
{
    Desk desk{engine};
    say_it(desk, {.subject = "Un", .body = "Premier."});
    CHECK(outcome_of([&] { say_it(desk, {.subject = "Deux", .body = "Second."}, 0); }) ==
          "mail.refusal.wording_changed");
    say_it(desk, {.subject = "Deux", .body = "Second."}, 1);
    const auto names =
        desk.house().read([](WorkspaceTransaction& tx) { return mail::own_wordings(tx); });
    CHECK(names == std::vector<std::string>{"tickets.received"});

    Desk other{engine, "autre"};
    auto lea = other.malo();
    other.open(lea);
    CHECK(holds(newest_to(other, "Malo").subject, "est arrivé"));
}

TEST_CASE("what stands between braces is a variable of that very mail, or is named") // NTF-032
{
    CHECK(mail::unknown_variable(received(), "{titre} { NUMÉRO } {} { } {\n}") == std::nullopt);
    CHECK(mail::unknown_variable(received(), "Bonjour {prenom}, {autre}") == "{prenom}");
    CHECK(mail::unknown_variable(received(), "{étape}") == "{étape}");
    CHECK(mail::unknown_variable(*mail::find_template("tickets.moved"), "{étape}") == std::nullopt);
}

TEST_CASE("each mail of tickets has its words, and what we say holds only its variables") // NTF-032
{
    offer_mails();
    const tenancy::Workspace vigie{.id = {7},
                                   .slug = "vigie",
                                   .name = "Vigie",
                                   .preset = "support-technique",
                                   .time_zone = "Europe/Paris"};
    for (const auto& one : mail::templates()) {
        const auto ours = mail::our_wording(vigie, one);
        CHECK_MESSAGE(!mail::unknown_variable(one, ours.subject + "\n" + ours.body), one.name);
        const auto example = mail::filled(one, ours, mail::example_values(one));
        CHECK_MESSAGE(!holds(example.subject + example.body, "{"), one.name);
    }
}
