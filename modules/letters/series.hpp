#pragma once

#include "modules/letters/letter.hpp"

namespace letters
{

inline constexpr const char* letter_series = "letter";
inline constexpr const char* contract_series = "contract";

/// Taken with the draft: the law asks of these numbers only that none is there twice.
inline const char* series_of(LetterKind kind)
{
    return kind == LetterKind::contract ? contract_series : letter_series;
}

} // namespace letters
