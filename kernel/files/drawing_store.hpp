#pragma once

#include "kernel/files/drawing.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace files
{

/// A row of files_drawing.
struct StoredDrawing {
    FileId file_id;
    std::string shapes; ///< JSON
    std::int64_t version = 1;
    tenancy::MembershipId drawn_by;
    base::Instant drawn_at;
};
BOOST_DESCRIBE_STRUCT(StoredDrawing, (), (file_id, shapes, version, drawn_by, drawn_at))

class DrawingStore
{
  public:
    explicit DrawingStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<StoredDrawing> find(FileId photo);
    std::vector<StoredDrawing> of_owners(std::string_view kind,
                                         const std::vector<std::int64_t>& ids);
    /// `version` is the new one; false when somebody else saved it, or a later one.
    bool save(const StoredDrawing& drawing);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace files
