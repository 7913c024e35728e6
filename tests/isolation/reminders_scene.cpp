#include "modules/invoices/invoices.hpp"
#include "modules/reminders/reminder_actions.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

const std::string reason = "Litige " + std::string{isolation::marker};

Subject a_disputed_invoice(Scene& scene)
{
    auto subject = isolation::catalogue().subjects.at("issued_invoice")(scene);
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        reminders::open_dispute(tx, *invoices::InvoiceId::parse(subject.path.at("invoice")),
                                reason);
    });
    return subject;
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["disputed_invoice"] = a_disputed_invoice;
    all.examples["OpenDispute"] = [](Scene&, const Subject&) { return Typed{{"reason", reason}}; };
    all.examples["SaveReminders"] = [](Scene&, const Subject&) {
        return Typed{{"is_on", "on"}, {"first", "2"}, {"second", "8"}, {"third", "20"}};
    };
    return true;
}();

} // namespace
