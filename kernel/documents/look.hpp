#pragma once

/// How a paper looks. What it says is in documents.hpp; the same words in another look say the
/// same.
namespace documents
{

/// Plain: of sheets and reports. The others are of papers with prices.
enum class Manner { Plain, Modern, Classic, Minimal, Premium, Compact };
enum class LogoPlace { Left, Centre, Right, None };
enum class Paper { A4, Letter };

inline constexpr double logo_side_min = 20; ///< points
inline constexpr double logo_side_max = 96;

struct Look {
    Manner manner = Manner::Plain;
    LogoPlace logo = LogoPlace::Left;
    double logo_side = 34; ///< points, within the bounds above
    double air = 1;        ///< of what is between lines of a table and between blocks: 0.6 to 1.6
    Paper paper = Paper::A4;
};

} // namespace documents
