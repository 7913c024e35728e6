#include "modules/crm/crm.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

isolation::Subject a_client(isolation::Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = "Garage " + std::string{isolation::marker},
                                    .phone = "0261910001"});
    });
    return {.path = {{"id", id.text()}}, .ids = {{"client", id.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["client"] = a_client;
    all.examples["SaveClient"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"kind", "company"},
                                 {"company_name", "Port de " + std::string{isolation::marker}},
                                 {"phone", "02 61 91 00 02"},
                                 {"version", "1"}};
    };
    all.examples["GivePortalAccess"] = [](isolation::Scene&, const isolation::Subject& subject) {
        return test_world::Typed{{"name", "Yann Corre"},
                                 {"user_name", "yann." + subject.ids.at("client").substr(0, 30)}};
    };
    return true;
}();

} // namespace
