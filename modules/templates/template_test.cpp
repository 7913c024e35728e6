#include "kernel/documents/rich_text.hpp"
#include "modules/templates/dressed.hpp"
#include "modules/templates/template.hpp"

#include <doctest.h>

#include <algorithm>

using namespace templates;

namespace
{

Content typed()
{
    auto content = ready(BaseStyle::premium).content;
    content.colour = "#7a3b12";
    content.foot = "Garantie décennale\n{entreprise} · {siret}";
    content.terms = documents::to_json(documents::read_html("<p>Pour <b>{nom_client}</b></p>"));
    return content;
}

std::vector<std::string> fields_of(const std::vector<ContentProblem>& problems)
{
    std::vector<std::string> fields;
    for (const auto& problem : problems)
        fields.push_back(problem.field + " " + problem.key);
    return fields;
}

documents::Document paper()
{
    return {.title = "Devis",
            .body = {documents::Facts{{{"Objet", "Portail"}}},
                     documents::PricedLines{.title = "Désignation",
                                            .columns = {{"Qté", documents::Align::Right, 13},
                                                        {"P.U.", documents::Align::Right, 13},
                                                        {"TVA", documents::Align::Right, 9},
                                                        {"Total", documents::Align::Right, 15}}},
                     documents::Paragraph{"TVA non applicable, art. 293 B du CGI"}}};
}

} // namespace

TEST_CASE("five ready templates, all without faults") // QUO-030
{
    for (const auto& one : every_ready()) {
        CAPTURE(one.code);
        CHECK(problems_of(one.content).empty());
        CHECK(sum_of(one.content.columns) == 100);
    }
    CHECK(every_ready().size() == 5);
}

TEST_CASE("a colour that cannot be read on white is refused, as are widths that are not a whole")
{
    auto content = typed(); // QUO-031
    CHECK(problems_of(content).empty());
    CHECK(contrast_on_white("#000000") == doctest::Approx(21));
    content.colour = "#ffd23f";
    content.columns.name = 45;
    content.columns.tax = 2;
    content.logo_side = 500;
    CHECK(fields_of(problems_of(content)) ==
          std::vector<std::string>{
              "colour templates.error.contrast", "logo_side templates.error.logo_side",
              "column_tax templates.error.share", "column_name templates.error.sum"});
    content.colour = "rouge";
    CHECK(fields_of(problems_of(content)).front() == "colour templates.error.colour");
}

TEST_CASE("an unknown variable is refused with its name, in either way to write it") // QUO-033
{
    CHECK(unknown_variable("Pour {nom_client}, {{firstName}} {{lastName}}, {{amount}}") == "");
    CHECK(unknown_variable("le {date} pour {prénom}") == "prénom");
    CHECK(unknown_variable("{{ClientName}}") == "ClientName");
    CHECK(unknown_variable("f(x) = {1, 2} et { rien } ni {") == "");
    auto content = typed();
    content.terms = documents::to_json(documents::read_plain("Bonjour {inconnu}"));
    const auto problems = problems_of(content);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().field == "terms");
    CHECK(problems.front().params == base::Params{{"name", "inconnu"}});
}

TEST_CASE("variables stand for what the document says") // QUO-033
{
    const Wording wording{
        .client = "Ferronnerie Le Bihan", .contact = "Yann Le Bihan", .amount = "12,00 €"};
    CHECK(filled("{nom_client} : {{firstName}}/{{lastName}}, {montant} = {{amount}}", wording) ==
          "Ferronnerie Le Bihan : Yann/Le Bihan, 12,00 € = 12,00 €");
    CHECK(filled("{rien}", wording) == "{rien}");
}

TEST_CASE("what is frozen comes back as it was") // QUO-035
{
    const Template one{.code = "12", .name = "Le nôtre", .version = 3, .content = typed()};
    CHECK(template_from(frozen(one)) == one);
    CHECK_THROWS(template_from("{}"));
}

TEST_CASE("a template changes how a paper looks and takes no word away") // QUO-034
{
    const Template one{.code = "12", .name = "Le nôtre", .version = 3, .content = typed()};
    const Legal legal{.siret = "73282932000074", .line = "Ponant SARL · SIRET 732 829 320 00074"};
    const auto made = dressed(paper(), one, {.client = "Le Bihan", .business = "Ponant"}, legal);
    CHECK(made.look.manner == documents::Manner::Premium);
    CHECK(made.colour == "#7a3b12");
    CHECK(made.foot_lines ==
          std::vector<std::string>{legal.line, "Garantie décennale", "Ponant · "});
    CHECK(std::get<documents::PricedLines>(made.body[1]).columns[2].share == 10);
    CHECK(std::get<documents::Paragraph>(made.body[2]).words ==
          "TVA non applicable, art. 293 B du CGI");
    CHECK(documents::plain_text(std::get<documents::Written>(made.body.back()).text) ==
          "Pour Le Bihan");
}

TEST_CASE("the legal line is not said twice") // QUO-034
{
    auto one = ready(BaseStyle::modern);
    one.content.foot = "SIRET {siret}";
    const Legal legal{.siret = "73282932000074", .line = "Ponant · SIRET 732 829 320 00074"};
    const auto made = dressed(paper(), one, {.siret = "732 829 320 00074"}, legal);
    CHECK(made.foot_lines == std::vector<std::string>{"SIRET 732 829 320 00074"});

    auto unregistered = paper(); // a name alone, which its document writes in its foot
    unregistered.foot = "Ponant · Devis DEV-2026-0001";
    CHECK(dressed(unregistered, ready(BaseStyle::modern), {}, {.line = "Ponant"}).foot_lines ==
          std::vector<std::string>{});
}
