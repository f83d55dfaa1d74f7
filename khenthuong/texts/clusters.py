"""Sentences about cụm, khối thi đua: scores, ranks, what a score sheet lacks."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "operation.cluster": "Ghi {cluster}",
    "operation.cluster_scores": "Ghi điểm của cụm, khối {cluster}",
    "operation.remove_cluster": "Bỏ {cluster}",
    "cluster.no_name": "Chưa ghi tên cụm, khối.",
    "cluster.no_key": "Dòng {row} chưa ghi tên đơn vị hoặc số tiêu chí.",
    "cluster.member_twice": "«{key}» có hai dòng trong danh sách đơn vị của cụm, khối.",
    "cluster.number_twice": "Số «{key}» dùng cho hai tiêu chí; hãy đánh số khác.",
    "cluster.has_scores": "«{key}» đã có điểm nên không bỏ được; hãy giữ lại, hoặc xóa điểm ở thẻ «Chấm điểm» trước.",
    "cluster.no_cell": "Cụm, khối không có đơn vị «{member}» hoặc tiêu chí {number}.",
    "cluster.no_members": "Chưa ghi đơn vị nào.",
    "cluster.no_criteria": "Chưa ghi tiêu chí nào.",
    "cluster.no_own": "{member} chưa tự chấm tiêu chí {numbers}.",
    "cluster.no_agreed": "Cụm, khối chưa chấm {member} tiêu chí {numbers}.",
    "cluster.beyond": "{member}, tiêu chí {number}: {points} điểm ngoài khung của tiêu chí (từ 0 đến {most}).",
    "cluster.no_reason": "{member}, tiêu chí {number}: tự chấm {own}, cụm chấm {agreed}, chưa ghi lý do chênh lệch.",
    "cluster.ranked": "{member}: {points} điểm, xếp thứ {rank}.",
    "cluster.tied": "{member}: {points} điểm, xếp thứ {rank}, bằng điểm với {others}.",
    "cluster.unranked": "{member}: chưa chấm xong nên chưa xếp hạng.",
    "cluster.provisional": "Xếp hạng tạm tính: còn điểm chưa chấm hoặc chưa rõ.",
}
