#include "modules/invoices/invoices.hpp"
#include "modules/sendings/sending_actions.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

Subject a_sending(Scene& scene)
{
    auto subject = isolation::catalogue().subjects.at("ready_invoice")(scene);
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        const auto id = *invoices::InvoiceId::parse(subject.path.at("invoice"));
        const auto open = invoices::open_invoice(tx, id).value();
        subject.path["sending"] =
            sendings::begin_sending(tx, {{.id = id, .version = open.version}}).text();
    });
    scene.world.run_jobs();
    return subject;
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["sending"] = a_sending;
    all.examples["SendInvoices"] = [](Scene& scene, const Subject&) {
        isolation::catalogue().subjects.at("ready_invoice")(scene);
        return Typed{{"everything", "on"}};
    };
    all.examples["CheckWaiting"] = [](Scene& scene, const Subject&) {
        const auto subject = isolation::catalogue().subjects.at("ready_invoice")(scene);
        const auto& id = subject.path.at("invoice");
        return Typed{{"pick", id + "-2"}};
    };
    return true;
}();

} // namespace
