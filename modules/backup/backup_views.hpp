#pragma once

#include "kernel/html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace backup
{

struct BackupLine {
    std::string when;
    std::string detail;
    std::string reason;
    bool is_success = true;
};

struct BackupsView {
    std::vector<BackupLine> backups;
    std::optional<BackupLine> drill;
    bool is_sheet_confirmed = false;
    std::string kept; ///< « Gardées 90 jours… »
    html::Url start;  ///< POST
    html::Html guard;
};
html::Html backups_page(const BackupsView& view);

} // namespace backup
