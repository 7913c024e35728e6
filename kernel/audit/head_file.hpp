#pragma once

#include "kernel/audit/seal.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace audit
{

/// The folder outside the database where signed heads are kept: one file a chain, « 7.jsonl » (the
/// platform's is « 0.jsonl »), one JSON object a line, only ever added to. What was sealed before
/// the last line cannot be rewritten without it showing, as long as the folder is out of reach of
/// who holds the database.
class HeadFile
{
  public:
    explicit HeadFile(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The number of the last line; zero without a file. Throws for a line it cannot read.
    std::int64_t last_number(std::int64_t chain) const;
    /// On the disk when this returns. Makes the folder (0700) and the file (0600).
    void append(std::int64_t chain, const std::vector<Head>& heads) const;

    struct Line {
        Head head;
        bool is_readable = true;
    };
    /// Every line, in order.
    std::vector<Line> lines(std::int64_t chain) const;

    /// Of a workspace that is erased.
    void forget(std::int64_t chain) const;

  private:
    std::filesystem::path file_of(std::int64_t chain) const;

    std::filesystem::path folder_;
};

} // namespace audit
