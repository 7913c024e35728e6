#include "modules/letters/block_forms.hpp"
#include "modules/letters/letters_test_kit.hpp"

using namespace letters_test;
using letters::BlockKind;

TEST_CASE("the ready models say nothing that may not be saved") // QUO-030 QUO-037
{
    const auto all = letters::every_ready();
    CHECK(all.size() == 5);
    for (const auto& model : all) {
        CAPTURE(model.code);
        CHECK(letters::problems_of(model.content).empty());
        CHECK(letters::content_from(letters::written(model.content)) == model.content);
    }
}

TEST_CASE("blocks are moved, doubled, taken away and added by buttons") // QUO-032 PLT-062
{
    auto typed = letters::typed_blocks({{.kind = BlockKind::heading, .words = "Un"},
                                        {.kind = BlockKind::heading, .words = "Deux"},
                                        {.kind = BlockKind::heading, .words = "Trois"}});
    const auto words = [&] {
        std::string all;
        for (const auto& one : typed.blocks)
            all += one.block.words + " ";
        return all;
    };
    CHECK(letters::apply_step(typed, "up-3") == 3);
    CHECK(words() == "Un Trois Deux ");
    letters::apply_step(typed, "down-1");
    CHECK(words() == "Trois Un Deux ");
    letters::apply_step(typed, "before-2-3");
    CHECK(words() == "Deux Trois Un ");
    letters::apply_step(typed, "after-2-1");
    CHECK(words() == "Trois Un Deux ");
    CHECK(letters::apply_step(typed, "copy-3") == 4);
    letters::apply_step(typed, "remove-1");
    CHECK(words() == "Trois Trois Deux ");
    CHECK(letters::apply_step(typed, "add-space") == 5);
    CHECK(typed.blocks.back().block.kind == BlockKind::space);
    for (const auto* nothing : {"", "up", "up-99", "add-nothing", "before-1", "after-3-3", "x-3"})
        CHECK_FALSE(letters::apply_step(typed, nothing).has_value());
}

TEST_CASE_ENGINES(
    "a model is copied, its blocks moved without a script, and each save is a version")
{
    Office office{engine}; // QUO-030 QUO-032 QUO-035 JRN-46
    const auto place = office.copy("simple");
    auto typed = form_of(office.lea.browser.get(place));
    CHECK(value_of(typed, "b3.words") == "Objet\u00a0: {objet}");
    put(typed, "step", "up-3");
    const auto moved = office.lea.browser.post(place, typed);
    CHECK(moved.status == 200);
    CHECK(office.model_at(place).version == 1);
    auto next = form_of(moved);
    put(next, "own_colour", "on");
    put(next, "colour", "#7a3b12");
    REQUIRE(office.lea.browser.post(place, next).status == 303);
    const auto saved = office.model_at(place);
    CHECK(saved.version == 2);
    CHECK(saved.content.colour == "#7a3b12");
    CHECK(saved.content.blocks[1].kind == BlockKind::heading);
    CHECK(saved.content.blocks[2].kind == BlockKind::space);
    CHECK(office.lea.browser.post(place, typed).status == 200); // a step writes nothing
    auto stale = form_of(moved);
    CHECK(office.lea.browser.post(place, stale).status == 409);

    REQUIRE(office.lea.browser.post(place + "/versions", {{"version", "1"}}).status == 303);
    CHECK(office.model_at(place).version == 3);
    CHECK(office.model_at(place).content.colour.empty());
}

TEST_CASE_ENGINES("an unknown variable is refused by its name, and everything typed stays")
{
    Office office{engine}; // QUO-033 JRN-46
    const auto place = office.copy("service_contract");
    auto typed = form_of(office.lea.browser.get(place));
    put(typed, "b1.words", "Contrat pour {{projectName}} et {{nope}}");
    put(typed, "b2.text", "Total {montant}");
    const auto refused = office.lea.browser.post(place, typed);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "{nope}"));
    CHECK(holds(refused, "{montant}"));
    CHECK(holds(refused, "n’est pas une variable connue"));
    CHECK(holds(refused, "value=\"Contrat pour {{projectName}} et {{nope}}\""));
    CHECK(office.model_at(place).version == 1);
    CHECK(holds(office.lea.browser.post(place + "/pages", typed), "n’est pas une variable"));

    put(typed, "b1.words", "Contrat pour {{projectName}}");
    put(typed, "b2.text", "Total convenu");
    CHECK(office.lea.browser.post(place, typed).status == 303);
    CHECK(office.model_at(place).content.blocks[0].words == "Contrat pour {{projectName}}");
}

TEST_CASE_ENGINES("bold words stay bold when a form without a script is saved")
{
    Office office{engine}; // QUO-032
    const auto place = office.copy("formal_notice");
    const auto before = office.model_at(place).content;
    auto typed = form_of(office.lea.browser.get(place));
    put(typed, "name", "Notre mise en demeure");
    REQUIRE(office.lea.browser.post(place, typed).status == 303);
    CHECK(office.model_at(place).content == before);
    CHECK(office.model_at(place).name == "Notre mise en demeure");
}

TEST_CASE_ENGINES("a model is seen as the paper it makes, with the words of a real client")
{
    Office office{engine}; // QUO-031 QUO-036
    const auto place = office.copy("certificate");
    CHECK(office.lea.browser.get(place + "/page").body.starts_with("\x89PNG"));
    CHECK(office.lea.browser.get(place + "/page?client=" + office.aurore.text())
              .body.starts_with("\x89PNG"));
    CHECK(office.lea.browser.get(place + "/page?client=99").status == 404);
    CHECK(office.lea.browser.get(place + "/page?page=9").status == 404);
    CHECK(office.lea.browser.get(place + "/vignette").body.starts_with("\x89PNG"));
    CHECK(office.lea.browser.get(office.models + "/prets/simple/vignette")
              .body.starts_with("\x89PNG"));
    auto typed = form_of(office.lea.browser.get(place));
    put(typed, "shown_client", office.aurore.text());
    CHECK(holds(office.lea.browser.post(place + "/pages", typed), "\"pages\":[\"iVBOR"));
    CHECK(office.lea.browser.post(place + "/apercu", typed).body.starts_with("%PDF"));
}

TEST_CASE_ENGINES("a model is proposed first for its kind, and goes when it is not")
{
    Office office{engine}; // QUO-030
    const auto place = office.copy("purchase_order");
    const auto id = place.substr(place.rfind('/') + 1);
    const Typed choice{{"letter", "certificate"}, {"contract", id}};
    REQUIRE(office.lea.browser.post(office.models + "/choix", choice).status == 303);
    CHECK(
        office.lea.browser.post(office.models + "/choix", {{"letter", id}, {"contract", "simple"}})
            .status == 404);
    CHECK(holds(office.lea.browser.get(office.models), "Proposé d’abord"));
    const auto gone = place + "/suppression";
    CHECK(office.lea.browser.post(gone, {{"version", "1"}}).status == 422);
    REQUIRE(office.lea.browser
                .post(office.models + "/choix",
                      {{"letter", "simple"}, {"contract", "service_contract"}})
                .status == 303);
    CHECK(office.lea.browser.post(gone, {{"version", "1"}}).status == 303);
    CHECK(office.lea.browser.get(place).status == 404);
    CHECK(office.malik.browser.get(office.models).status == 403);
}
