"""The sheets of cụm, khối thi đua in the import workbook: names, headers, examples."""

from __future__ import annotations

SHEETS: dict[str, str] = {
    "clusters": "Cụm khối",
    "cluster_members": "Đơn vị cụm khối",
    "cluster_criteria": "Tiêu chí cụm khối",
    "cluster_scores": "Chấm điểm cụm",
}
_CLUSTER = "Cụm khối (Mã)"

HEADERS: dict[str, dict[str, str]] = {
    "clusters": {
        "code": "Mã",
        "name": "Tên cụm, khối",
        "year": "Năm (2025 hoặc 2025-2026)",
        "level": "Cấp tổ chức",
        "lead": "Trưởng cụm, khối",
        "decision": "Quyết định thành lập",
    },
    "cluster_members": {
        "cluster": _CLUSTER,
        "name": "Tên đơn vị",
        "recipient": "Mã đối tượng (nếu có trong sổ)",
        "role": "Vai trò",
    },
    "cluster_criteria": {
        "cluster": _CLUSTER,
        "number": "Số thứ tự",
        "content": "Tiêu chí",
        "most_points": "Điểm chuẩn (điểm trừ ghi số âm)",
    },
    "cluster_scores": {
        "cluster": _CLUSTER,
        "member": "Tên đơn vị",
        "criterion": "Số tiêu chí",
        "own_points": "Điểm tự chấm",
        "agreed_points": "Điểm cụm chấm",
        "reason": "Lý do chênh lệch",
    },
}

EXAMPLES: dict[str, dict[str, object]] = {
    "clusters": {
        "code": "VD-CK01",
        "name": "Cụm thi đua các xã vùng cao",
        "year": "2026",
        "level": "Hội đồng Thi đua - Khen thưởng tỉnh",
        "lead": "Xã Suối Mây",
        "decision": "Quyết định số 21/QĐ-UBND",
    },
    "cluster_members": {"cluster": "VD-CK01", "name": "Xã Suối Mây", "role": "Cụm trưởng"},
    "cluster_criteria": {
        "cluster": "VD-CK01",
        "number": "1",
        "content": "Hoàn thành các chỉ tiêu kinh tế - xã hội",
        "most_points": 60,
    },
    "cluster_scores": {
        "cluster": "VD-CK01",
        "member": "Xã Suối Mây",
        "criterion": "1",
        "own_points": 58.5,
        "agreed_points": 57,
        "reason": "Một chỉ tiêu chưa đủ minh chứng",
    },
}
