#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace projects
{

using ProjectId = base::Id<struct ProjectTag>;

/// Where the work happens: a name and a place.
struct Project {
    ProjectId id;
    std::string name;
    std::string search_key; ///< base::fold(name): order and search
    std::string address;
    std::string postal_code;
    std::string city;
    std::string description; ///< Markdown source
    std::optional<base::Instant> archived_at;
    base::Instant created_at;
    base::Instant updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Project, (),
                      (id, name, search_key, address, postal_code, city, description, archived_at,
                       created_at, updated_at, version))

/// « 3 rue des Dunes, 56470 La Trinité-sur-Mer »; empty parts leave no comma behind.
std::string address_line(const std::string& address, const std::string& postal_code,
                         const std::string& city);

} // namespace projects
