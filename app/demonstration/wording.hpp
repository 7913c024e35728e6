#pragma once

#include "app/demonstration/draw.hpp"
#include "app/demonstration/material.hpp"

#include <map>
#include <string>
#include <string_view>

namespace demonstration
{

/// Fills the placeholders of one ticket's texts. A pool is drawn from once and keeps its draw:
/// `{camera}` is the same camera from the first message to the last, `{camera2}` another one.
class Wording
{
  public:
    using Words = std::map<std::string, std::string, std::less<>>;

    /// `known` holds what is not drawn: "site", "contact", "technicien"…
    Wording(const Material& material, Words known, Draw& draw);

    /// With its first letter raised; a line that its values left empty goes away. Throws
    /// std::runtime_error that names the placeholder no pool and no word gives.
    std::string text(std::string_view pattern);

  private:
    std::string filled(std::string_view pattern, int depth);
    const std::string& value(const std::string& name, int depth);
    std::string drawn(const std::string& name);

    const Material& material_;
    Words words_;
    Draw& draw_;
};

} // namespace demonstration
