#pragma once

#include "app/demonstration/scenes.hpp"
#include "kernel/files/intake.hpp"
#include "modules/tickets/tickets.hpp"

#include <filesystem>
#include <functional>

namespace demonstration
{

/// The photos of the demonstration, drawn by us: attached as their senders would have, and judged
/// by the same job.
class Pictures
{
  public:
    /// Draws into a temporary folder of its own.
    Pictures();
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    /// By the member the context acts for.
    void attach(tenancy::Context& sender, const tickets::Ticket& ticket, Scene scene) const;
    /// To a publication of that past, with what it shows.
    void attach(tenancy::Context& sender, const files::Owner& owner,
                const std::string& building_scene) const;
    /// The logo of the business.
    void send_logo(tenancy::Context& context) const;

  private:
    files::Intake take(const tenancy::Context& sender, const std::string& name,
                       const std::function<std::string()>& drawing) const;

    std::filesystem::path folder_;
};

} // namespace demonstration
