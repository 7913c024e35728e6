#include "kernel/base/refusal.hpp"
#include "kernel/files/test_files.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/letter_pictures.hpp"
#include "modules/letters/letters_test_kit.hpp"

#include <algorithm>

using namespace letters_test;
using letters::BlockKind;

namespace
{

letters::LetterId id_at(const std::string& place)
{
    return *letters::LetterId::parse(place.substr(place.rfind('/') + 1));
}

Typed with_block(Office& office, const std::string& place, const std::string& kind)
{
    auto typed = form_of(office.lea.browser.get(place));
    put(typed, "step", "add-" + kind);
    return form_of(office.lea.browser.post(place, typed));
}

/// « b7. » of the last block.
std::string last_block(const Typed& typed)
{
    std::string last;
    for (const auto& [name, value] : typed)
        if (name.ends_with(".kind")) last = name.substr(0, name.find('.') + 1);
    return last;
}

/// A letter with a picture that is kept and ready.
void put_picture(Office& office, const std::string& place, const std::string& shows = "Le chantier")
{
    auto typed = with_block(office, place, "picture");
    const auto block = last_block(typed);
    put(typed, block + "words", shows);
    REQUIRE(
        office.lea.browser
            .post_files(
                place, typed,
                {{.name = "chantier.png", .bytes = test_files::png(), .field = block + "picture"}})
            .status == 303);
    office.world.run_jobs();
}

std::vector<files::File> pictures(Office& office, const files::Owner& owner)
{
    return office.world.context(office.firm, tenancy::Actor::system())
        .read([&](WorkspaceTransaction& tx) { return files::files_of(tx, owner.kind, owner.id); });
}

files::File read_by(Office& office, const tenancy::Actor& actor, files::FileId id)
{
    return office.world.context(office.firm, actor).read([&](WorkspaceTransaction& tx) {
        return files::readable_file(tx, id);
    });
}

letters::Content content_at(Office& office, const std::string& place)
{
    return office.world.context(office.firm, office.lea.actor).read([&](WorkspaceTransaction& tx) {
        return letters::content_from(letters::letter_by_id(tx, id_at(place)).content);
    });
}

std::string drawn(Office& office, const std::string& place, std::int64_t number)
{
    const auto context = office.world.context(office.firm, office.lea.actor);
    const auto issue = context.read([&](WorkspaceTransaction& tx) {
        return letters::LetterStore{tx}.find_issue(id_at(place), number).value();
    });
    return documents::pdf_of(
        letters::document_of(context, letters::paper_from(issue.paper), issue.sent_at));
}

void send(Office& office, const std::string& place)
{
    const auto version = value_of(form_of(office.lea.browser.get(place)), "version");
    REQUIRE(office.lea.browser.post(place + "/envoi", Office::sending(version)).status == 303);
    office.world.run_jobs();
}

} // namespace

TEST_CASE_ENGINES("a picture is put into a letter without a script, and leaves with it")
{
    Office office{engine}; // QUO-032 JRN-46
    const auto place = office.start("simple", "Reprise");
    put_picture(office, place);
    const auto kept = pictures(office, letters::pictures_of(id_at(place)));
    REQUIRE(kept.size() == 1);
    CHECK(content_at(office, place).blocks.back().file == kept[0].id.value);
    CHECK(holds(office.lea.browser.get(place), "/fichiers/" + kept[0].id.text()));
    CHECK(read_by(office, office.lea.actor, kept[0].id).name == "chantier.png");
    CHECK_THROWS_AS(read_by(office, office.malik.actor, kept[0].id), base::Forbidden);

    send(office, place);
    CHECK(drawn(office, place, 1).find("DCTDecode") != std::string::npos);
    auto aurore = office.world.add_member(office.firm, {.name = "Aurore Penhoat",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    const auto own = "/p/charpentes/courriers/" + id_at(place).text();
    CHECK(holds(aurore.browser.get(own), "Image\u00a0: Le chantier"));
    CHECK_THROWS_AS(read_by(office, aurore.actor, kept[0].id), base::NotFound);
}

TEST_CASE_ENGINES(
    "a picture without words for who cannot see it is held, and asks for nothing twice")
{
    Office office{engine}; // QUO-032
    const auto place = office.start("simple", "Reprise");
    auto typed = with_block(office, place, "picture");
    const auto block = last_block(typed);
    CHECK(holds(office.lea.browser.post(place, typed), "Choisissez une image."));

    const auto refused = office.lea.browser.post_files(
        place, typed,
        {{.name = "chantier.png", .bytes = test_files::png(), .field = block + "picture"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Dites ce que montre l’image"));
    CHECK(holds(refused, "chantier.png"));
    CHECK(pictures(office, letters::pictures_of(id_at(place))).empty());
    auto again = form_of(refused);
    put(again, block + "words", "Le chantier");
    put(again, block + "size", "5");
    CHECK(holds(office.lea.browser.post(place, again), "Entre 10 et 100"));
    put(again, block + "size", "60");
    REQUIRE(office.lea.browser.post(place, again).status == 303);
    CHECK(pictures(office, letters::pictures_of(id_at(place))).size() == 1);

    const auto version = value_of(form_of(office.lea.browser.get(place)), "version");
    const auto early = office.lea.browser.post(place + "/envoi", Office::sending(version));
    CHECK(early.status == 422);
    CHECK(holds(early, "encore en préparation"));
}

TEST_CASE_ENGINES("what is no picture, or is too heavy, is refused at its block")
{
    Office office{engine}; // QUO-032
    const auto place = office.start("simple", "Reprise");
    auto typed = with_block(office, place, "picture");
    const auto block = last_block(typed);
    put(typed, block + "words", "Le chantier");
    const auto sent = [&](const std::string& name, const std::string& bytes) {
        return office.lea.browser.post_files(
            place, typed, {{.name = name, .bytes = bytes, .field = block + "picture"}});
    };
    CHECK(holds(sent("note.txt", "Bonjour"), "PNG, JPEG ou WebP"));
    const auto heavy = sent("grand.png", test_files::png() + std::string(8'000'001, 'x'));
    CHECK(heavy.status == 422);
    CHECK(holds(heavy, "8\u00a0Mo"));
    CHECK(pictures(office, letters::pictures_of(id_at(place))).empty());
}

TEST_CASE_ENGINES("a letter has no picture but its own")
{
    Office office{engine}; // QUO-032 PLT-021
    const auto first = office.start("simple", "Première");
    put_picture(office, first);
    const auto theirs = pictures(office, letters::pictures_of(id_at(first))).front().id;
    const auto second = office.start("simple", "Seconde");
    auto typed = with_block(office, second, "picture");
    const auto block = last_block(typed);
    put(typed, block + "words", "Le chantier");
    put(typed, block + "file", theirs.text());
    const auto refused = office.lea.browser.post(second, typed);
    CHECK(refused.status == 422);
    CHECK_FALSE(holds(refused, theirs.text()));
}

TEST_CASE_ENGINES("a letter takes copies of the pictures of its model, and lets its own go")
{
    Office office{engine}; // QUO-032 QUO-035
    const auto model = office.copy("simple");
    put_picture(office, model);
    const auto code = model.substr(model.rfind('/') + 1);
    const auto place = office.start(code, "Reprise");
    const auto own = pictures(office, letters::pictures_of(id_at(place)));
    REQUIRE(own.size() == 1);
    CHECK(own[0].state == files::State::ready);
    const auto version = std::to_string(office.model_at(model).version);
    REQUIRE(office.lea.browser.post(model + "/suppression", {{"version", version}}).status == 303);
    CHECK(pictures(office, letters::pictures_of(*letters::ModelId::parse(code))).empty());
    CHECK(read_by(office, office.lea.actor, own[0].id).state == files::State::ready);

    auto typed = form_of(office.lea.browser.get(place));
    put(typed, "step", "remove-" + last_block(typed).substr(1, last_block(typed).size() - 2));
    REQUIRE(office.lea.browser.post(place, form_of(office.lea.browser.post(place, typed))).status ==
            303);
    CHECK(pictures(office, letters::pictures_of(id_at(place))).empty());
}

TEST_CASE_ENGINES("a picture that is replaced changes no version that left")
{
    Office office{engine}; // QUO-032 QUO-035
    const auto place = office.start("simple", "Reprise");
    put_picture(office, place, "Avant");
    send(office, place);
    const auto before = drawn(office, place, 1);
    REQUIRE(office.lea.browser.post(place + "/version", {}).status == 303);
    auto typed = form_of(office.lea.browser.get(place));
    const auto block = last_block(typed);
    put(typed, block + "words", "Après");
    REQUIRE(office.lea.browser
                .post_files(
                    place, typed,
                    {{.name = "apres.png", .bytes = test_files::png(), .field = block + "picture"}})
                .status == 303);
    office.world.run_jobs();
    send(office, place);
    CHECK(pictures(office, letters::pictures_of(id_at(place))).size() == 2);
    CHECK(drawn(office, place, 1) == before);
}

TEST_CASE_ENGINES("buttons and links lead to a site or a mailbox, and nowhere else")
{
    Office office{engine}; // QUO-032
    const auto place = office.start("simple", "Reprise");
    auto typed = with_block(office, place, "button");
    const auto block = last_block(typed);
    put(typed, block + "words", "Prendre rendez-vous");
    for (const auto* wrong : {"", "javascript:alert(1)", "http://charpentes.example", "charpentes",
                              "https://{nom_client}.example", "tel:0601020304"}) {
        put(typed, block + "address", wrong);
        const auto refused = office.lea.browser.post(place, typed);
        CHECK(refused.status == 422);
        CHECK(holds(refused, "qui commence par https:// ou mailto:"));
    }
    put(typed, block + "address", "https://charpentes.example/rendez-vous");
    put(typed, "step", "add-links");
    auto next = form_of(office.lea.browser.post(place, typed));
    const auto links = last_block(next);
    CHECK(holds(office.lea.browser.post(place, next), "au moins un lien"));
    put(next, links + "label1", "Nous écrire");
    put(next, links + "address1", "mailto:bonjour@charpentes.example");
    REQUIRE(office.lea.browser.post(place, next).status == 303);
    send(office, place);

    auto aurore = office.world.add_member(office.firm, {.name = "Aurore Penhoat",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    const auto page = aurore.browser.get("/p/charpentes/courriers/" + id_at(place).text());
    CHECK(holds(page, "href=\"https://charpentes.example/rendez-vous\""));
    CHECK(holds(page, "href=\"mailto:bonjour@charpentes.example\""));
}
