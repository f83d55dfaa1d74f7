"""Sentences of findings: what was required, what was found and where. One calm sentence each.

The citation is added by `services.appraisal.checking`; «any_of», «all_of» and «meets_award» wrap the
sentence of the child that decided.
"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # How a citation reads
    "cite.point": "điểm {point} khoản {clause} Điều {article} {text}",
    "cite.clause": "khoản {clause} Điều {article} {text}",
    "cite.article": "Điều {article} {text}",
    "cite.text": "{text}",
    # What is said after a sentence
    "finding.cited": "{sentence} ({cite})",
    "finding.unverified": "{sentence} Tiêu chuẩn hoặc mức này chưa đối chiếu với văn bản: cần "
    "người có trách nhiệm xác nhận.",
    "finding.under_2022": "{sentence} Theo luật năm 2022: {status}; {by} đã sửa đổi, cần đối "
    "chiếu.",
    "finding.not_yet_considered": "Chưa đủ điều kiện xét tại thời điểm này.",
    "finding.line": "{name} – {award}: {status}",
    "finding.line_finding": "  [{status}] {label}: {sentence}",
    "finding.line_round": "Cả đợt [{status}] {sentence}",
    "finding.line_period": "Quy định áp dụng: {label}",
    # General
    "finding.not_applicable": "Không áp dụng cho trường hợp này.",
    "finding.not_yet_meeting": "Chưa đến bước họp Hội đồng.",
    "finding.not_yet_notice": "Chưa đến bước niêm yết.",
    "finding.not_yet_dossier": "Chưa đến bước nộp hồ sơ: chưa ghi ngày nhận hồ sơ.",
    "finding.manual": "{label}: cần người có trách nhiệm đối chiếu.",
    "finding.subject_unknown": "Chưa ghi Đối tượng (cán bộ, công chức, viên chức; nông dân; …), "
    "nên chưa biết áp dụng tiêu chuẩn nào.",
    # Criteria made of others
    "finding.any_of": "{branch}: {sentence}",
    "finding.all_of": "{sentence}",
    "finding.meets_award": "Tiêu chuẩn danh hiệu «{award}»: {sentence}",
    "finding.meets_award_won": "Đã được tặng danh hiệu «{award}» năm {year} (Quyết định số "
    "{decision}).",
    "finding.any_of_other": "Chưa đạt theo tiêu chuẩn đã nêu ({branch}), nhưng đạt một tiêu chuẩn khác "
    "({other}): cần đối chiếu đề nghị xét theo tiêu chuẩn nào.",
    "finding.branch_not_named": "Đề nghị chưa nêu theo tiêu chuẩn này: «{label}».",
    "finding.branch_not_applicable": "Tiêu chuẩn đã nêu không dành cho đối tượng này: «{label}».",
    # Ratings
    "finding.rating": "Cần xếp loại từ {level} trở lên năm {year}; sổ ghi {found} (Quyết định số "
    "{decision} ngày {day}).",
    "finding.rating_plain": "Cần xếp loại từ {level} trở lên năm {year}; sổ ghi {found}, chưa ghi "
    "số và ngày quyết định.",
    "finding.rating_missing": "Cần xếp loại từ {level} trở lên năm {year}; sổ chưa có xếp loại "
    "năm này.",
    "finding.rating_other_kind": "Cần xếp loại từ {level} trở lên năm {year}; sổ chỉ có xếp loại "
    "năm {other}: {found}. Cần đối chiếu năm học với năm dương lịch.",
    "finding.points": "Cần từ {needed} điểm năm {year}; sổ ghi {found} điểm.",
    "finding.points_missing": "Cần từ {needed} điểm năm {year}; sổ chưa ghi điểm.",
    "finding.points_unknown": "Cần chấm điểm năm {year}; sổ chưa ghi điểm.",
    "finding.points_no_limit": "Sổ ghi {found} điểm năm {year}; chưa có mức điểm do tỉnh quy định, "
    "cần đối chiếu.",
    "finding.points_unverified": "Sổ ghi {found} điểm năm {year}; mức {needed} điểm chưa đối chiếu "
    "với quy định của tỉnh.",
    "finding.ratings_run_held": "Cần liên tục {count} năm {level}; sổ ghi liên tục các năm "
    "{years}.",
    "finding.ratings_run_mixed": "Cần liên tục {count} năm {level}; các năm {years} liên tục "
    "nhưng có năm chỉ đạt theo danh hiệu, không theo xếp loại: cần đối chiếu.",
    "finding.ratings_run_earlier": "Cần liên tục {count} năm {level}; sổ ghi liên tục các năm "
    "{years}, không phải những năm ngay trước khi đề nghị: cần đối chiếu.",
    "finding.ratings_run_unknown": "Cần liên tục {count} năm {level}; sổ chưa có xếp loại năm "
    "{lacking}.",
    "finding.ratings_run_broken": "Cần liên tục {count} năm {level}; năm {lacking} không đạt.",
    "finding.ratings_run_broken_disciplined": "Cần liên tục {count} năm {level}; năm {lacking} không "
    "tính, vì sổ ghi kỷ luật: thành tích tính từ khi hết thời hạn kỷ luật.",
    "finding.ratings_run_mixed_disciplined": "Cần liên tục {count} năm {level}; các năm {years} liên "
    "tục nhưng có năm còn một phần thời hạn kỷ luật: cần đối chiếu.",
    "finding.ratings_after_held": "Cần liên tục {count} năm {level} sau khi được tặng «{award}» (năm "
    "{won}); sổ ghi liên tục các năm {years}.",
    "finding.ratings_after_mixed": "Cần liên tục {count} năm {level} sau khi được tặng «{award}» (năm "
    "{won}); các năm {years} liên tục nhưng có năm chỉ đạt theo danh hiệu: cần đối chiếu.",
    "finding.ratings_after_mixed_disciplined": "Cần liên tục {count} năm {level} sau khi được tặng "
    "«{award}» (năm {won}); các năm {years} liên tục nhưng có năm còn một phần thời hạn kỷ luật: "
    "cần đối chiếu.",
    "finding.ratings_after_earlier": "Cần liên tục {count} năm {level} sau khi được tặng «{award}» "
    "(năm {won}); sổ ghi liên tục các năm {years}, không phải những năm ngay trước khi đề nghị: cần "
    "đối chiếu.",
    "finding.ratings_after_unknown": "Cần liên tục {count} năm {level} sau khi được tặng «{award}» "
    "(năm {won}); sổ chưa có xếp loại năm {lacking}.",
    "finding.ratings_after_broken": "Cần liên tục {count} năm {level} sau khi được tặng «{award}» (năm "
    "{won}); năm {lacking} không đạt.",
    "finding.ratings_after_broken_disciplined": "Cần liên tục {count} năm {level} sau khi được tặng "
    "«{award}» (năm {won}); năm {lacking} không tính, vì sổ ghi kỷ luật: thành tích tính từ khi hết "
    "thời hạn kỷ luật.",
    "finding.ratings_after_short": "Cần liên tục {count} năm {level} sau khi được tặng «{award}»; sổ "
    "ghi được tặng năm {won}, đến nay mới {so_far} năm.",
    "finding.ratings_run_until_death": "Cần liên tục {count} năm {level} đến thời điểm đề nghị; sổ "
    "ghi liên tục các năm {years}, đến khi qua đời: cần đối chiếu.",
    "finding.ratings_after_until_death": "Cần liên tục {count} năm {level} sau khi được tặng «{award}» "
    "(năm {won}) đến thời điểm đề nghị; sổ ghi liên tục các năm {years}, đến khi qua đời: cần đối "
    "chiếu.",
    "finding.ratings_after_again": "Cần liên tục {count} năm {level} sau khi được tặng «{award}»; sổ "
    "ghi liên tục các năm {years} sau lần tặng năm {first}, nhưng được tặng lại năm {won}: cần đối "
    "chiếu thành tích nào đã được khen.",
    "finding.ratings_after_never": "Cần được tặng «{award}» và sau đó liên tục {count} năm {level}; sổ "
    "không ghi đã được tặng.",
    "finding.ratings_after_no_award": "Cần được tặng «{award}» và sau đó liên tục {count} năm {level}; "
    "sổ chưa có, và chưa đủ cho những năm trước.",
    "finding.rating_count": "Cần {count} năm từ {level} trở lên trong các năm {among}; sổ ghi các năm "
    "{years}.",
    "finding.rating_count_short": "Cần {count} năm từ {level} trở lên trong các năm {among}; sổ ghi "
    "{found} năm.",
    "finding.rating_count_unknown": "Cần {count} năm từ {level} trở lên trong các năm {among}; sổ ghi "
    "{found} năm, chưa có xếp loại năm {lacking}.",
    # Past awards
    "finding.award_in_year": "Đạt «{award}» năm {year}.",
    "finding.award_in_year_absent": "Cần đạt «{award}» năm {year}; sổ không ghi.",
    "finding.award_in_year_unknown": "Cần đạt «{award}» năm {year}; sổ chưa đủ cho năm này hoặc "
    "đề nghị trong đợt còn thiếu.",
    "finding.award_ever": "Đã được tặng «{award}» năm {won} (Quyết định số {decision}).",
    "finding.award_ever_absent": "Cần đã được tặng «{award}»; sổ không ghi.",
    "finding.award_ever_unknown": "Cần đã được tặng «{award}»; sổ chưa có, và chưa đủ cho những năm "
    "trước.",
    "finding.spacing": "Năm {years} chưa được tặng, chưa đề nghị hình thức nào khác cùng cấp Nhà nước.",
    "finding.spacing_won": "Đã được tặng «{other}» năm {year} (Quyết định số {decision}): trong một "
    "năm không trình hai hình thức cấp Nhà nước theo công trạng.",
    "finding.spacing_proposed": "Đợt này còn đề nghị «{others}» cho cùng đối tượng: trong một năm "
    "không trình hai hình thức cấp Nhà nước theo công trạng.",
    "finding.spacing_unknown": "Sổ khen thưởng chưa đủ cho năm {years}, nên chưa biết đã có hình thức "
    "cấp Nhà nước nào chưa.",
    "finding.award_count": "Cần {count} lần «{award}»; sổ ghi {found} lần (các năm {years}).",
    "finding.award_count_by_round": "Cần {count} lần «{award}»; có {found} lần (các năm {years}), "
    "trong đó năm {year} theo đề nghị của chính đợt này.",
    "finding.award_count_short": "Cần {count} lần «{award}»; sổ ghi {found} lần.",
    "finding.award_count_short_in": "Cần {count} lần «{award}» trong các năm {among}; sổ ghi {found} "
    "lần.",
    "finding.award_unlisted": "Cần «{award}»; sổ ghi «{other}» năm {other_year}, ngoài danh mục: cần "
    "đối chiếu có được tính không.",
    "finding.award_by_result": "Cần «{award}»; sổ ghi «{other}» năm {other_year} theo thành tích đột "
    "xuất hoặc chuyên đề, không làm căn cứ đề nghị khen thưởng công trạng cao hơn: cần đối chiếu.",
    "finding.awards_run_held": "Cần {count} lần liên tục «{award}»; sổ ghi các năm {years}.",
    "finding.awards_run_held_by_round": "Cần {count} lần liên tục «{award}»; có các năm {years}, "
    "trong đó năm {year} theo đề nghị của chính đợt này.",
    "finding.awards_run_earlier": "Cần {count} lần liên tục «{award}»; sổ ghi liên tục các năm "
    "{years}, không phải những năm ngay trước khi đề nghị: cần đối chiếu.",
    "finding.awards_run_unknown": "Cần {count} lần liên tục «{award}»; chưa rõ năm {lacking}: sổ "
    "chưa đủ từ năm đó, hoặc đề nghị trong đợt còn thiếu.",
    "finding.awards_run_overlapping": "Cần {count} lần liên tục «{award}»; sổ ghi các năm {years}, "
    "trong đó có năm học và năm dương lịch trùng nhau một phần: cần đối chiếu tính mấy lần.",
    "finding.awards_run_broken": "Cần {count} lần liên tục «{award}»; năm {lacking} sổ không ghi.",
    # Initiatives and topics
    "finding.initiative": "Có {kind} {codes}, sổ ghi quyết định công nhận.",
    "finding.initiative_absent": "Cần {count} {kind}, đề nghị nêu được {found}; năm {years} sổ "
    "không ghi thêm.",
    "finding.initiative_unknown": "Cần {count} {kind}, đề nghị nêu được {found}; sổ chưa đủ cho "
    "năm {years}.",
    "finding.initiative_never": "Cần {count} {kind}, đề nghị nêu được {found}; sổ không ghi thêm.",
    "finding.initiative_never_unknown": "Cần {count} {kind}, đề nghị nêu được {found}; sổ chưa ghi "
    "thêm. Luật không giới hạn năm, mà sổ chưa đủ từ khi vào ngành.",
    "finding.initiative_not_named": "Cần {count} {kind}, đề nghị nêu được {found}. Ghi mã {codes} "
    "vào đề nghị.",
    "finding.initiative_no_row": "Đề nghị nêu mã {code} nhưng sổ không có sáng kiến, đề tài này.",
    "finding.initiative_not_author": "{code} ({name}): người được đề nghị không phải tác giả.",
    "finding.initiative_year": "{code} ({name}) của năm {year}, không thuộc năm được tính "
    "({years}).",
    "finding.initiative_other_year": "«{code}» là của năm {year}, danh hiệu xét cho năm {years}. "
    "Luật không nêu năm của sáng kiến, đề tài: cần đối chiếu với quy định của tỉnh.",
    "finding.initiative_scope": "{code} ({name}): cần phạm vi {scope}; sổ ghi {found}.",
    "finding.initiative_unrecognised": "{code} ({name}): sổ chưa ghi quyết định công nhận.",
    "finding.initiative_unclear": "{code}: chưa rõ «{award}» năm {year} đã dùng sáng kiến này "
    "chưa. Ghi cột «Theo tiêu chuẩn» của lần khen đó.",
    "finding.used": "{code} đã được {who} dùng để xét «{award}» năm {year} (Quyết định số "
    "{decision}); không dùng lại.",
    "finding.used_in": "{code} đã được {who} dùng để đề nghị «{award}» năm {year} ở đợt {round} đã "
    "chốt; không dùng lại.",
    "finding.used_by_other": "{code} đã được {who} dùng để xét «{award}» năm {year} (Quyết định số "
    "{decision}): cần đối chiếu quyền của đồng tác giả.",
    "finding.used_by_other_in": "{code} đã được {who} dùng để đề nghị «{award}» năm {year} ở đợt "
    "{round} đã chốt: cần đối chiếu quyền của đồng tác giả.",
    "finding.used_in_round": "{code} còn được nêu trong đề nghị «{award}» cho {who} của chính đợt "
    "này.",
    # Members of a unit
    "finding.no_members": "Sổ chưa có cá nhân nào của {unit} trong năm {year}.",
    "finding.share": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; có "
    "{found}/{members} người ({share}%), gồm {recorded} theo sổ và {by_round} theo đề nghị của "
    "đợt này.",
    "finding.share_compared": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; có "
    "{found}/{members} người ({share}%), trong đó có đề nghị của đợt này còn cần đối chiếu.",
    "finding.share_waiting": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; mới có "
    "{found}/{members} người ({share}%), còn {waiting} đề nghị của đợt này chưa đủ hồ sơ.",
    "finding.share_unknown": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; sổ mới có "
    "{found}/{members} người ({share}%) và chưa đủ cho năm này.",
    "finding.share_headcount": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; có "
    "{found} người, nhưng sổ có {members} cá nhân còn Số người ghi {headcount}: cần đối chiếu.",
    "finding.all": "Cả {members} cá nhân được xếp loại từ {level} trở lên năm {year}.",
    "finding.all_below": "Cần mọi cá nhân từ {level} trở lên năm {year}; chưa đạt: {below}.",
    "finding.all_unrated": "Cần mọi cá nhân từ {level} trở lên năm {year}; {missing} người chưa "
    "có xếp loại: {unrated}.",
    "finding.all_headcount": "{members} cá nhân trong sổ được xếp loại từ {level} trở lên năm "
    "{year}, nhưng Số người ghi {headcount}: cần đối chiếu.",
    "finding.any": "Có cá nhân đạt «{award}» năm {year}: {who}.",
    "finding.any_by_round": "Có cá nhân được đề nghị «{award}» năm {year} trong đợt này: {who}.",
    "finding.any_absent": "Cần có cá nhân đạt «{award}» năm {year}; chưa có ai trong sổ hoặc "
    "trong đợt này.",
    "finding.quota": "Đề nghị «{award}»: {proposed}; đạt hoặc được đề nghị «{of_award}»: {having} "
    "(mức: không quá {percent}%).",
    "finding.quota_number": "Đề nghị «{award}»: {proposed} (mức: không quá {percent}).",
    "finding.quota_no_limit": "Đề nghị «{award}»: {proposed} người trên {having} người đạt "
    "«{of_award}»; chưa có tỷ lệ do tỉnh quy định, cần đối chiếu.",
    # Who may be considered
    "finding.fits": "«{award}» dành cho đối tượng và loại khen thưởng này.",
    "finding.fits_household": "«{award}» tặng được cho hộ gia đình.",
    "finding.fits_posthumous": "«{award}» được truy tặng cho cá nhân đã mất.",
    "finding.fits_posthumous_unsaid": "Người được đề nghị đã mất; luật không nêu truy tặng «{award}»: "
    "cần đối chiếu.",
    "finding.fits_foreign": "Người được đề nghị có quốc tịch nước ngoài: khen thưởng người nước ngoài là "
    "khen thưởng đối ngoại, đợt này là {round_kind}. Cần đối chiếu.",
    "finding.fits_not_foreign": "Đợt khen thưởng đối ngoại dành cho người nước ngoài, người Việt Nam "
    "định cư ở nước ngoài; sổ ghi quốc tịch Việt Nam. Cần đối chiếu.",
    "finding.wrong_recipient": "«{award}» chỉ dành cho: {kinds}; đề nghị này cho {kind}.",
    "finding.wrong_time": "«{award}» không xét với hồ sơ nhận ngày {day}.",
    "finding.wrong_round": "«{award}» chỉ xét ở đợt: {rounds}; đợt này là {round_kind}.",
    "finding.eligible_unit": "«{award}» dành cho loại tập thể «{unit_kinds}»; {unit} đúng loại này.",
    "finding.eligible_subject": "«{award}» dành cho đối tượng «{subjects}»; sổ ghi đúng đối tượng này.",
    "finding.not_eligible": "«{award}» chỉ dành cho đối tượng «{subjects}» hoặc người thuộc loại tập "
    "thể «{unit_kinds}»; sổ ghi đối tượng «{subject}», thuộc {unit}.",
    "finding.not_eligible_unit": "«{award}» chỉ dành cho loại tập thể «{unit_kinds}»; {unit} thuộc "
    "loại «{found}».",
    "finding.decider": "{unit} thuộc quyền quản lý của xã: đúng cấp xét, đề nghị «{award}».",
    "finding.decider_through_province": "{unit} thuộc quyền quản lý của xã: xã trình Chủ tịch Ủy ban "
    "nhân dân cấp tỉnh xem xét, đề nghị «{award}».",
    "finding.decider_of_period": "Khi đó «{award}» do {decider} quyết định, không phải Chủ tịch Ủy ban "
    "nhân dân xã ({period}): cần đối chiếu.",
    "finding.decider_moved": "Năm {year} ở {unit} (cấp quản lý: {manager}), nay ở {now} (cấp quản lý: "
    "{now_manager}): cần đối chiếu cấp nào xét, đề nghị «{award}».",
    "finding.decider_household": "Hộ gia đình trên địa bàn xã: đúng cấp xét, đề nghị «{award}».",
    "finding.decider_no_unit": "Chưa ghi tập thể của người này, nên chưa biết cấp nào quản lý.",
    "finding.decider_province": "{unit} do cấp tỉnh quản lý: cấp quản lý xét tặng «{award}», "
    "không phải Chủ tịch Ủy ban nhân dân xã.",
    "finding.decider_other": "{unit} thuộc quyền quản lý của xã; «{award}» do nơi khác quyết định: "
    "cần đối chiếu nơi nhận đề nghị.",
    "finding.decider_unclear": "{unit} không do xã quản lý (cấp quản lý: {manager}): cần đối "
    "chiếu cấp nào xét, đề nghị «{award}».",
    "finding.on_hold": "{form} từ ngày {start}: chưa xét cho đến khi có kết luận.",
    "finding.not_on_hold": "Sổ không ghi việc đang xem xét, xác minh tại ngày {day}.",
    "finding.disciplined": "Sổ ghi kỷ luật {found} từ {start} đến {end} (Quyết định số "
    "{decision}), trong năm xét {year}; thành tích tính từ khi hết thời hạn kỷ luật.",
    "finding.disciplined_since": "Sổ ghi kỷ luật {found} từ {start} đến {end} (Quyết định số "
    "{decision}): cần đối chiếu với thời gian tính thành tích.",
    "finding.not_disciplined": "Sổ không ghi kỷ luật nào trong năm {year}.",
    "finding.discipline_unknown": "Sổ chưa ghi là đầy đủ cho năm {year}, nên chưa kết luận được "
    "về kỷ luật. Ghi «Sổ đầy đủ từ năm» ở Cơ quan.",
    "finding.member_disciplined": "Không được có cá nhân bị kỷ luật từ {form} trở lên năm {year}; "
    "sổ ghi {who}: {found} từ {start} (Quyết định số {decision}).",
    "finding.no_member_disciplined": "Sổ không ghi cá nhân nào bị kỷ luật từ {form} trở lên năm "
    "{year}.",
    "finding.not_reused": "Thành tích, sáng kiến đã nêu chưa dùng cho lần khen thưởng nào khác.",
    "finding.already_won": "Sổ đã ghi «{award}» năm {year} (Quyết định số {decision}): cần đối "
    "chiếu có đề nghị trùng không.",
    # Minutes of the unit
    "finding.declared": "Biên bản số {minutes} ngày {day} của {unit} xác nhận: {label}.",
    "finding.declared_recognised_by_province": "Biên bản số {minutes} ngày {day} của {unit} xác "
    "nhận: {label}. Luật đòi Bộ, ban, ngành, tỉnh công nhận: cần đối chiếu văn bản công nhận.",
    "finding.declared_recognised_by_forces": "Biên bản số {minutes} ngày {day} của {unit} xác "
    "nhận: {label}. Luật giao Bộ trưởng Bộ Quốc phòng, Bộ trưởng Bộ Công an công nhận: cần đối "
    "chiếu văn bản công nhận.",
    "finding.minutes_held": "{unit} đã họp bình xét, biên bản số {minutes} ngày {day}.",
    "finding.minutes_missing": "Chưa có biên bản họp của {unit} xác nhận «{label}».",
    "finding.minutes_no_number": "Cuộc họp ngày {day} của {unit} chưa ghi số biên bản.",
    "finding.minutes_no_unit": "Chưa ghi tập thể (hoặc thôn, tổ dân phố), nên chưa biết biên bản "
    "nào xác nhận: {label}.",
    "finding.minutes_after_council": "Biên bản số {minutes} của {unit} ngày {day}, sau ngày họp "
    "Hội đồng: cần đối chiếu ngày họp.",
    "finding.minutes_without_name": "Biên bản số {minutes} của {unit} có ghi biểu quyết nhưng "
    "không có {who}.",
    "finding.minutes_refused": "Biên bản số {minutes} của {unit}: {agree}/{cast} phiếu đồng ý cho "
    "{who}, chưa quá nửa.",
    # Council
    "finding.council_met": "Hội đồng đã họp ngày {day}, biên bản số {minutes}.",
    "finding.council_no_minutes": "Hội đồng đã họp nhưng chưa ghi ngày họp hoặc số biên bản.",
    "finding.no_vote": "Chưa ghi kết quả biểu quyết của Hội đồng cho «{award}».",
    "finding.no_council": "Chưa ghi thành viên Hội đồng tại ngày họp.",
    "finding.votes": "Cần ít nhất {percent}% tổng số thành viên Hội đồng đồng ý; có "
    "{agree}/{members}.",
    "finding.votes_more_than": "Cần trên {percent}% tổng số thành viên Hội đồng đồng ý; có "
    "{agree}/{members}.",
    "finding.votes_all": "Toàn bộ {members}/{members} thành viên Hội đồng đồng ý.",
    "finding.votes_refused": "Hội đồng không đồng ý: {agree} phiếu đồng ý, {disagree} không đồng "
    "ý, {invalid} không hợp lệ.",
    "finding.votes_half": "Chỉ {agree}/{members} thành viên Hội đồng đồng ý, không quá nửa.",
    "finding.votes_too_many": "Số phiếu không khớp: {cast} phiếu trong khi Hội đồng có {members} "
    "thành viên.",
    "finding.recused": "Người được đề nghị là thành viên Hội đồng và không biểu quyết cho mình "
    "({cast} phiếu/{members} thành viên).",
    "finding.not_recused": "Người được đề nghị là thành viên Hội đồng; Hội đồng có {members} người mà "
    "có {cast} phiếu: cần đối chiếu việc không tự biểu quyết.",
    "finding.recused_household": "Chủ hộ {who} trùng tên một thành viên Hội đồng và thành viên đó "
    "không biểu quyết ({cast} phiếu/{members} thành viên).",
    "finding.not_recused_household": "Chủ hộ {who} trùng tên một thành viên Hội đồng; Hội đồng có "
    "{members} người mà có {cast} phiếu: cần đối chiếu việc không biểu quyết cho gia đình mình.",
    "finding.recused_recorded": "{who}: thành viên có liên quan vắng mặt hoặc không biểu quyết, đã ghi "
    "ở cuộc họp ({cast} phiếu/{members} thành viên).",
    "finding.not_recused_recorded": "{who}: thành viên có liên quan dự họp mà chưa ghi là không biểu "
    "quyết ({cast} phiếu/{members} thành viên); cần đối chiếu.",
    "finding.ballot_above": "Số phiếu không khớp: {cast} phiếu cho {who}, nhiều nhất chỉ {most} "
    "(có mặt {present}, không biểu quyết {recused}).",
    "finding.ballot_below": "Số phiếu không khớp: {cast} phiếu cho {who}, ít nhất phải {least} "
    "(có mặt {present}, không biểu quyết {recused}); phiếu trắng ghi vào «Không hợp lệ».",
    "finding.minutes_above": "Biên bản số {minutes} của {unit}: {cast} phiếu cho {who} trong khi nhiều "
    "nhất chỉ {most} người được biểu quyết (có mặt {present}); sửa số phiếu hoặc người có mặt.",
    "finding.minutes_below": "Biên bản số {minutes} của {unit}: {cast} phiếu cho {who}, ít nhất phải "
    "{least} (có mặt {present}, không biểu quyết {recused}).",
    # Notice
    "finding.opinion_about": "Ý kiến số {number} (nhận {received}) về người, tập thể này chưa xử lý "
    "xong; trả lời hoặc ghi kết quả ở bước Niêm yết.",
    "finding.opinion_open": "Còn {count} ý kiến về danh sách niêm yết chưa trả lời (số {numbers}).",
    "finding.opinion_withdrawn": "Kết quả xử lý ý kiến số {number} là rút đề nghị nhưng đề nghị vẫn "
    "trong danh sách: rút đề nghị, hoặc sửa kết quả.",
    "finding.notice": "Niêm yết tại {places} từ {start} đến {end} ({days} ngày); ý kiến đã được "
    "trả lời hoặc không có.",
    "finding.notice_no_place": "Niêm yết từ {start} chưa ghi nơi niêm yết.",
    "finding.notice_no_end": "Niêm yết tại {place} từ {start} chưa ghi ngày kết thúc.",
    "finding.notice_backwards": "Niêm yết tại {place}: ngày kết thúc trước ngày bắt đầu {start}.",
    "finding.notice_running": "Niêm yết tại {place} đến hết ngày {end}, chưa kết thúc.",
    "finding.notice_short": "Niêm yết tại {place} cần {needed} ngày; mới {days} ngày.",
    "finding.notice_unanswered": "Niêm yết tại {place} có ý kiến «{opinions}» nhưng chưa ghi kết "
    "quả xử lý.",
    # Time
    "finding.in_time": "Nhận hồ sơ ngày {received}, hạn nộp {deadline}.",
    "finding.late": "Nhận hồ sơ ngày {received}, sau hạn {deadline} {late} ngày làm việc.",
    "finding.elapsed": "Từ ngày lập thành tích {deed} đến ngày nhận hồ sơ {received}: {days} ngày "
    "làm việc (mức tham khảo {limit}).",
    "finding.elapsed_backwards": "Ngày lập thành tích {deed} sau ngày nhận hồ sơ {received}: "
    "cần kiểm tra lại hai ngày này.",
    "finding.elapsed_no_limit": "Từ ngày lập thành tích {deed} đến ngày nhận hồ sơ {received}: "
    "{days} ngày làm việc.",
    "finding.elapsed_unknown": "Chưa ghi ngày lập thành tích, nên chưa tính được thời gian.",
    # Achievements
    "finding.deed": "Thành tích đột xuất {code} ngày {day}, có nội dung và minh chứng: {content}",
    "finding.deed_missing": "Chưa nêu thành tích đột xuất nào.",
    "finding.deed_not_named": "Sổ có thành tích đột xuất {codes}; ghi mã vào đề nghị.",
    "finding.deed_kind": "Thành tích {code} ghi loại {kind}, không phải đột xuất: cần đối chiếu.",
    "finding.deed_no_date": "Thành tích {code} chưa ghi đủ ngày, tháng, năm.",
    "finding.deed_no_content": "Thành tích {code} chưa ghi nội dung.",
    "finding.deed_no_evidence": "Thành tích {code} chưa có tệp minh chứng.",
    "finding.achievement_of_other": "Thành tích {code} là của {who}.",
    "finding.evidence": "Thành tích {codes} có minh chứng.",
    "finding.evidence_no_achievement": "Đề nghị chưa nêu thành tích nào.",
    "finding.evidence_missing": "Thành tích {codes} chưa có tệp minh chứng.",
    "finding.merit_basis": "Thành tích {codes} là thành tích công trạng.",
    "finding.merit_basis_none": "Đề nghị không nêu thành tích đột xuất, chuyên đề làm căn cứ.",
    "finding.merit_basis_barred": "Thành tích {codes} ghi loại {kinds}: không làm căn cứ đề nghị "
    "«{award}» theo công trạng.",
    "finding.merit_basis_compared": "Thành tích {codes} ghi loại {kinds}, không làm căn cứ đề nghị "
    "«{award}» theo công trạng: cần đối chiếu đề nghị dựa vào đâu.",
    "finding.contribution": "Cần đóng góp từ {needed} đồng; sổ ghi {total} đồng ({codes}).",
    "finding.contribution_no_limit": "Sổ ghi đóng góp {codes}, trị giá {total} đồng; luật không "
    "nêu mức, cần đối chiếu quy định của tỉnh.",
    "finding.contribution_unvalued": "Sổ ghi đóng góp {codes}, chưa ghi trị giá; luật không nêu "
    "mức, cần đối chiếu quy định của tỉnh.",
    "finding.contribution_value_missing": "Cần đóng góp từ {needed} đồng; sổ ghi {total} đồng, "
    "còn {unvalued} chưa ghi trị giá.",
    "finding.contribution_missing": "Sổ chưa ghi đóng góp nào.",
    "finding.movement": "Có kết quả {codes} trong phong trào «{movement}» do {issuer} phát động "
    "(kế hoạch số {plan}).",
    "finding.movement_missing": "Chưa nêu thành tích trong phong trào thi đua nào.",
    "finding.movement_no_plan": "Phong trào «{movement}» chưa ghi cơ quan phát động.",
    "finding.movement_no_result": "Chưa nêu thành tích trong phong trào «{movement}».",
    "finding.movement_no_span": "Cần phong trào thực hiện từ {years} năm trở lên; «{movement}» chưa "
    "ghi đủ ngày bắt đầu, ngày kết thúc.",
    "finding.movement_short": "Cần phong trào thực hiện từ {years} năm trở lên; «{movement}» thực "
    "hiện từ {start} đến {end}.",
    "finding.movement_level": "Cần phong trào do Bộ, ban, ngành, tỉnh phát động; «{movement}» do "
    "{issuer} phát động.",
    "finding.movement_level_unclear": "Cần phong trào do Bộ, ban, ngành, tỉnh phát động; chưa rõ "
    "cấp của {issuer}: cần đối chiếu.",
    "finding.movement_level_by_state": "Cần phong trào do Chủ tịch nước, Thủ tướng Chính phủ phát "
    "động; «{movement}» do {issuer} phát động.",
    "finding.movement_level_unclear_by_state": "Cần phong trào do Chủ tịch nước, Thủ tướng Chính phủ "
    "phát động; chưa rõ {issuer} phát động theo thẩm quyền nào: cần đối chiếu.",
    "finding.service_joined": "Cần {needed} năm công tác; tính đến {day} có {served} năm.",
    "finding.service_founded": "Cần {needed} năm xây dựng, phát triển; tính đến {day} có {served} năm.",
    "finding.service_unknown_joined": "Cần {needed} năm công tác; chưa ghi ngày vào ngành.",
    "finding.service_unknown_founded": "Cần {needed} năm xây dựng, phát triển; chưa ghi năm thành lập.",
    "finding.service_disciplined": "Cần {needed} năm công tác; tính đến {day} có {served} năm, nhưng "
    "sổ ghi kỷ luật {form} đến {end}, từ đó mới {after} năm: cần đối chiếu cách tính.",
    # The whole round
    "finding.round_quorum": "Họp Hội đồng ngày {day}: có mặt {present}/{members} thành viên; mức tham "
    "khảo {percent}%, theo quy chế của Hội đồng.",
    "finding.round_quorum_too_many": "Họp Hội đồng ngày {day}: ghi {present} người có mặt trong khi Hội "
    "đồng có {members} thành viên.",
    "finding.round_notice": "Niêm yết {days} ngày; mức tham khảo {needed} ngày, theo quy định của "
    "tỉnh.",
    "finding.round_duplicate": "{code} được nêu trong nhiều đề nghị: {who}.",
    "finding.round_several": "{who} được đề nghị nhiều hình thức khen thưởng trong đợt "
    "({awards}): cần đối chiếu có cùng một thành tích không.",
    "finding.round_amended": "{text} đã được sửa đổi bởi {by} từ {from}; mọi kết luận theo luật "
    "năm 2022 cần đối chiếu.",
}
