#include "modules/privacy/consent_views.hpp"

#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"

namespace privacy
{

using namespace html;
using i18n::t;

namespace
{

Html fact_row(const PersonConsents& person, const ConsentFact& fact)
{
    return ui::row({.lead = fact.is_given ? ui::tile("circle-check", ui::Tone::Green)
                                          : ui::tile("shield-check", ui::Tone::Gray),
                    .title = person.name + " · " + fact.purpose,
                    .detail = fact.words,
                    .aside = none});
}

} // namespace

Html consents_of_client(const std::vector<PersonConsents>& people)
{
    if (people.empty()) return none;
    return ui::card({.title = t("privacy.consent.of_client"), .id = "consentements"},
                    each(people, [](const auto& person) {
                        return each(person.facts,
                                    [&](const auto& fact) { return fact_row(person, fact); });
                    }));
}

} // namespace privacy
