"""Bốn yêu cầu của cả đợt: shares, quotas and deadlines in words."""

from __future__ import annotations

_MEASURES: dict[str, str] = {
    "label.Measure.truc_tiep": "Người trực tiếp lao động, công tác",
    "label.Measure.lanh_dao": "Lãnh đạo, quản lý",
    "label.Measure.nu": "Nữ",
    "label.Measure.dan_toc": "Người dân tộc thiểu số",
    "label.Measure.tap_the_nho": "Tập thể nhỏ",
    "label.Measure.ngoai_nha_nuoc": "Tập thể ngoài nhà nước",
    "label.Measure.dia_ban_kho_khan": "Công tác ở địa bàn đặc biệt khó khăn, biên giới, hải đảo",
    "label.Trend.tang": "tăng",
    "label.Trend.giu_nguyen": "không đổi",
    "label.Trend.giam": "giảm",
    "label.Trend.chua_so_duoc": "chưa so sánh được",
}

_ROUND: dict[str, str] = {
    "finding.round_direct": "Trong {persons} cá nhân được đề nghị: {direct} người trực tiếp công tác, "
    "{leaders} lãnh đạo, quản lý.",
    "finding.round_direct_unclear": "Trong {persons} cá nhân được đề nghị: {direct} người trực tiếp công "
    "tác, {leaders} lãnh đạo, quản lý, {unknown} người sổ chưa ghi phân loại.",
    "finding.round_women": "Nữ: {chosen}/{of} cá nhân được đề nghị; trong sổ {overall}/{all}.",
    "finding.round_women_unclear": "Nữ: {chosen}/{of} cá nhân được đề nghị, {unknown} người chưa ghi giới "
    "tính; trong sổ {overall}/{all}.",
    "finding.round_ethnic": "Người dân tộc thiểu số: {chosen}/{of} cá nhân được đề nghị; trong sổ "
    "{overall}/{all}.",
    "finding.round_ethnic_unclear": "Người dân tộc thiểu số: {chosen}/{of} cá nhân được đề nghị, {unknown} "
    "người chưa ghi dân tộc; trong sổ {overall}/{all}.",
    "finding.round_small": "Tập thể nhỏ: {chosen}/{of} tập thể được đề nghị; trong sổ {overall}/{all}.",
    "finding.round_non_state": "Ngoài nhà nước: {chosen}/{of} tập thể được đề nghị; trong sổ "
    "{overall}/{all}.",
    "finding.round_hard": "Địa bàn đặc biệt khó khăn, biên giới, hải đảo: {chosen}/{of} tập thể, cá nhân "
    "được đề nghị; trong sổ {overall}/{all}.",
    "finding.round_hard_unclear": "Địa bàn đặc biệt khó khăn, biên giới, hải đảo: {chosen}/{of} tập thể, cá "
    "nhân được đề nghị, {unknown} người chưa ghi nơi công tác; trong sổ {overall}/{all}.",
    "finding.round_rise_truc_tiep": "Tỷ lệ người trực tiếp lao động, công tác được khen thưởng: năm {year} "
    "{now}% (kể cả đợt này), năm {before_year} {before}%: {trend}. Kế hoạch thi đua thường yêu cầu tăng "
    "hằng năm.",
    "finding.round_rise_tap_the_nho": "Tỷ lệ tập thể nhỏ được khen thưởng: năm {year} {now}% (kể cả đợt "
    "này), năm {before_year} {before}%: {trend}. Kế hoạch thi đua thường yêu cầu tăng hằng năm.",
}

TEXTS: dict[str, str] = {**_MEASURES, **_ROUND}
