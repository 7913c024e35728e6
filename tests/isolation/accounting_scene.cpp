#include "tests/isolation/scene.hpp"

#include <string>

namespace
{

const bool is_registered = [] {
    isolation::catalogue().examples["ClosePeriod"] = [](isolation::Scene&,
                                                        const isolation::Subject&) {
        return test_world::Typed{{"last", "2025-12-31"}};
    };
    isolation::catalogue().examples["ChooseAccount"] = [](isolation::Scene&,
                                                          const isolation::Subject&) {
        return test_world::Typed{{"role", "bank"}, {"number", "512100"}, {"label", "Banque"}};
    };
    isolation::catalogue().examples["ChooseTaxDue"] = [](isolation::Scene&,
                                                         const isolation::Subject&) {
        return test_world::Typed{{"due", "on_issue"}};
    };
    isolation::catalogue().examples["SaveSafe"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"address", "https://s3.coffre.example"},
                                 {"bucket", "compta"},
                                 {"region", "fr-par"},
                                 {"access_name", "CLE"},
                                 {"secret", "secret"}};
    };
    isolation::catalogue().examples["ConnectBooks"] = [](isolation::Scene&,
                                                         const isolation::Subject&) {
        return test_world::Typed{{"token", "jeton"}, {"starts_on", "2026-01-01"}};
    };
    isolation::catalogue().examples["SaveTwin"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"ours", "VE"}, {"theirs", "VT"}};
    };
    for (const char* deed :
         {"coffre/essai", "coffre/envois", "pennylane/essai", "pennylane/envois"})
        isolation::catalogue()
            .without_example["POST /e/{workspace}/reglages/" + std::string{deed}] =
            "needs a service that answers; its success is judged by tests/books";
    for (const char* end : {"fec.txt", "fec.xml", "fec-description.txt"})
        isolation::catalogue()
            .without_example["GET /e/{workspace}/comptabilite/" + std::string{end}] =
            "wants a SIRET; modules/accounting reads them";
    return true;
}();

} // namespace
