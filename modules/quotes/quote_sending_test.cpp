#include "kernel/auth/invitations.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/mail/attachment.hpp"
#include "kernel/presets/changes.hpp"
#include "modules/quotes/page_test_kit.hpp"
#include "modules/quotes/quote_link.hpp"
#include "modules/quotes/sent_paper.hpp"

using namespace quotes_test;

TEST_CASE_ENGINES("before a quote leaves, a page says what goes and to whom")
{
    Office office{engine}; // QUO-001 QUO-020
    const auto empty = office.start("Sans ligne", office.aurore);
    CHECK(holds(office.lea.browser.get(empty + "/envoi"), "ne compte encore aucune ligne"));
    const auto place = priced_draft(office);
    CHECK(holds(office.lea.browser.get(place), place + "/envoi"));
    const auto page = office.lea.browser.get(place + "/envoi");
    CHECK(page.status == 200);
    CHECK(holds(page, "600,00")); // 500 and 20 % of it
    CHECK(holds(page, "Aurore Penhoat"));
    CHECK(holds(page, "Remis en main propre"));
    CHECK(office.malik.browser.get(place + "/envoi").status == 403);
    CHECK(office.malik.browser.post(place + "/envoi", sending()).status == 403);

    auto typed = sending();
    typed[2].second = "pas une adresse";
    typed[3].second = "2020-01-01";
    const auto refused = office.lea.browser.post(place + "/envoi", typed);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "value=\"pas une adresse\""));
    CHECK(holds(refused, "Choisissez un jour à partir d’aujourd’hui."));
    CHECK(holds(refused, "Bonne lecture."));
    CHECK(mails(office).empty());
}

TEST_CASE_ENGINES("a quote that leaves takes its number, keeps its paper and writes one mail")
{
    Office office{engine}; // QUO-001 QUO-020 QUO-021 QUO-024
    const auto place = sent_quote(office);
    const auto page = office.lea.browser.get(place);
    CHECK(holds(page, "-0001"));
    CHECK(holds(page, "Envoyé"));
    CHECK(holds(page, "a envoyé le devis à aurore@penhoat.example"));
    const auto all = mails(office);
    REQUIRE(all.size() == 1);
    CHECK(all[0].to_email == "aurore@penhoat.example");
    CHECK(holds(http::Response::html(all[0].html), "Bonne lecture."));
    CHECK(all[0].subject.find("-0001") != std::string::npos);
    CHECK(all[0].is_secret);
    const auto files =
        office.world.context(office.firm, tenancy::Actor::system())
            .read([&](WorkspaceTransaction& tx) { return mail::attached(tx, all[0].id); });
    REQUIRE(files.size() == 1);
    CHECK(files[0].type == "application/pdf");
    const auto paper = office.lea.browser.get(place + "/pdf");
    CHECK(paper.status == 200);
    CHECK(office.malik.browser.get(place + "/pdf").status == 403);
    CHECK(holds(office.lea.browser.get(office.list), "-0001"));
    CHECK(holds(office.lea.browser.get(office.list + "?etat=sent"), "Extension bois"));
    CHECK(office.lea.browser.post(place, office.head("Autre", "3")).status == 422);
}

TEST_CASE_ENGINES("a double click, or two people at once, send one quote with one number")
{
    Office office{engine}; // QUO-001
    const auto place = priced_draft(office);
    const auto first = office.lea.browser.post(place + "/envoi", sending(), "key-1");
    const auto again = office.lea.browser.post(place + "/envoi", sending(), "key-1");
    CHECK(first.status == 303);
    CHECK(again.status == 303);
    const auto other = office.lea.browser.post(place + "/envoi", sending("hand"), "key-2");
    CHECK(holds(other, "Ce devis est déjà parti"));
    office.world.run_jobs();
    office.world.run_jobs();
    CHECK(mails(office).size() == 1);
    const auto next = priced_draft(office, "Toiture");
    REQUIRE(office.lea.browser.post(next + "/envoi", sending("hand")).status == 303);
    CHECK(holds(office.lea.browser.get(next), "-0002"));
}

TEST_CASE_ENGINES(
    "a draft that kept a tax the business asks no more does not leave, and takes no number")
{
    Office office{engine}; // QUO-001 INV-005
    const auto place = priced_draft(office);
    presets::Changes changes;
    changes.taxes.regime = "franchise";
    office.world.context(office.firm, office.lea.actor).write([&](WorkspaceTransaction& tx) {
        auth::change_preset(tx, auth::preset_changes(tx), presets::text_of(changes));
    });
    const auto sent = office.lea.browser.post(place + "/envoi", sending());
    CHECK(sent.status == 422);
    CHECK(holds(sent, "qui n’est pas de votre régime"));
    CHECK_FALSE(holds(office.lea.browser.get(place), "-0001"));
}

TEST_CASE_ENGINES("a draft that somebody changed meanwhile does not leave, and takes no number")
{
    Office office{engine}; // QUO-001
    const auto place = priced_draft(office);
    auto changed = office.head("Extension pin", "2");
    add_line(changed, 1, "Montage", "1", "900");
    REQUIRE(office.lea.browser.post(place, changed).status == 303);
    CHECK(office.lea.browser.post(place + "/envoi", sending()).status >= 400);
    auto typed = sending("hand");
    typed[5].second = "3";
    REQUIRE(office.lea.browser.post(place + "/envoi", typed).status == 303);
    office.world.run_jobs();
    CHECK(mails(office).empty());
    const auto page = office.lea.browser.get(place);
    CHECK(holds(page, "-0001"));
    CHECK(holds(page, "a remis le devis en main propre"));
    CHECK(holds(page, "080,00"));
}

TEST_CASE_ENGINES("who has an account is told that his quote is on his space, and finds it there")
{
    Office office{engine}; // QUO-021
    auto aurore = office.world.add_member(office.firm, {.name = "Aurore",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    const auto place = priced_draft(office);
    auto typed = sending();
    typed[2].second = "Aurore@charpentes.example";
    REQUIRE(office.lea.browser.post(place + "/envoi", typed).status == 303);
    office.world.run_jobs();
    const auto all = mails(office);
    REQUIRE(all.size() == 1);
    CHECK_FALSE(all[0].is_secret);
    CHECK(all[0].text.find("disponible sur votre espace") != std::string::npos);
    const auto page = aurore.browser.get(link_in(all[0].text));
    CHECK(page.status == 200);
    CHECK(holds(page, "Extension bois"));
    CHECK(holds(aurore.browser.get("/p/charpentes/devis"), "Extension bois"));
}

TEST_CASE_ENGINES("a link opens its quote alone")
{
    Office office{engine}; // QUO-046
    const auto place = sent_quote(office);
    const auto link = link_in(mails(office).at(0).text);
    auto anybody = office.world.visitor();
    CHECK(anybody.get(link).status == 200);
    auto other = link;
    other.back() = other.back() == 'A' ? 'B' : 'A';
    CHECK(anybody.get(other).status == 404);
    CHECK(anybody.get("/p/charpentes/offre/abc").status == 404);
    const auto quote = quotes::QuoteId::parse(place.substr(place.rfind('/') + 1)).value();
    auto elsewhere = office.firm;
    elsewhere.id = {office.firm.id.value + 1};
    const auto token = quotes::link_token(office.firm, quote);
    CHECK(quotes::quote_of_link(office.firm, token) == quote);
    CHECK_FALSE(quotes::quote_of_link(elsewhere, token).has_value());
    const auto draft = priced_draft(office, "Toiture");
    const auto hidden = quotes::QuoteId::parse(draft.substr(draft.rfind('/') + 1)).value();
    CHECK(anybody.get("/p/charpentes/offre/" + quotes::link_token(office.firm, hidden)).status ==
          404);
}

TEST_CASE_ENGINES("a quote invites whom the record names, and only for who may give an access")
{
    Office office{engine}; // QUO-021 CRM-043
    const auto firm = [&](auto work) {
        return office.world.context(office.firm, tenancy::Actor::system()).write(work);
    };
    const auto is_invited = [&](const char* email) {
        return firm([&](WorkspaceTransaction& tx) {
            return auth::live_invitation(tx, email, tenancy::Side::portal).has_value();
        });
    };
    firm([&](WorkspaceTransaction& tx) {
        crm::add_contact(tx, {.client = office.aurore,
                              .name = "Aurore",
                              .job = {},
                              .email = "Aurore@Penhoat.example",
                              .phone = {},
                              .membership = {}});
    });
    const auto allow = [&](presets::Grant grant) {
        firm([&](WorkspaceTransaction& tx) {
            auth::set_role_difference(
                tx, {.role = "admin", .permission = "clients.portal", .value = grant});
        });
    };
    allow(presets::Grant::none);
    const auto first = priced_draft(office);
    CHECK_FALSE(holds(office.lea.browser.get(first + "/envoi"), "invitation à ouvrir son espace"));
    REQUIRE(office.lea.browser.post(first + "/envoi", sending()).status == 303);
    CHECK_FALSE(is_invited("aurore@penhoat.example"));
    allow(presets::Grant::all);
    auto typed = sending();
    typed[2].second = "notaire@ailleurs.example";
    const auto second = priced_draft(office);
    CHECK(holds(office.lea.browser.get(second + "/envoi"), "invitation à ouvrir son espace"));
    REQUIRE(office.lea.browser.post(second + "/envoi", typed).status == 303);
    CHECK_FALSE(is_invited("notaire@ailleurs.example"));
    REQUIRE(office.lea.browser.post(priced_draft(office) + "/envoi", sending()).status == 303);
    CHECK(is_invited("aurore@penhoat.example"));
}

TEST_CASE_ENGINES("a quote that is answered before its paper is drawn keeps it, and mails nothing")
{
    Office office{engine}; // QUO-020 QUO-024
    const auto place = priced_draft(office);
    REQUIRE(office.lea.browser.post(place + "/envoi", sending()).status == 303);
    REQUIRE(office.lea.browser.post(place + "/refus", {{"reason", ""}}).status == 303);
    office.world.run_jobs();
    CHECK(mails(office).empty());
    CHECK(office.lea.browser.get(place + "/pdf").status == 200);
}

TEST_CASE_ENGINES("a quote that left keeps the look it left with") // QUO-030 QUO-035
{
    Office office{engine};
    sale_documents_test::choose_looks(office.lea, "premium", "modern", "modern");
    const auto place = sent_quote(office);
    const auto sent = office.lea.browser.get(place + "/pdf").etag;
    REQUIRE_FALSE(sent.empty()); // SHA-256 of its bytes
    sale_documents_test::choose_looks(office.lea, "minimal", "modern", "modern");
    CHECK(office.lea.browser.get(place + "/pdf").etag == sent);
    const auto id = quotes::QuoteId::parse(place.substr(place.rfind('/') + 1));
    const auto look =
        office.world.context(office.firm, office.lea.actor).read([&](WorkspaceTransaction& tx) {
            return quotes::sent_paper(tx, *id).look;
        });
    CHECK(look.find("\"style\":\"premium\"") != std::string::npos);
}
