"""Which dossier went where: noted, corrected, taken out, refused where it cannot be."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong.domain.kinds import Authority
from khenthuong.domain.outcomes import Sending, SendingWay
from khenthuong.errors import UserError
from khenthuong.services.dossier import sealing, sendings

SENT = Sending(
    "D3", Authority.PROVINCE, 1, SendingWay.AXIS, date(2026, 3, 30), " Sở Nội vụ ", "BN 12"
)


@pytest.fixture
def sealed(commune, tmp_path):
    sealing.seal(commune, "D3", tmp_path)
    return commune


def test_only_what_others_decide_goes_out(sealed):
    found = sendings.outgoing(sealed, "D3")
    assert [one.sealed.authority for one in found] == [Authority.PROVINCE]
    assert found[0].sendings == found[0].earlier == ()


def test_a_sending_is_noted_corrected_and_taken_out(sealed):
    assert sendings.save(sealed, SENT)
    assert not sendings.save(sealed, SENT)
    kept = sendings.outgoing(sealed, "D3")[0].sendings
    assert kept == (replace(SENT, receiver="Sở Nội vụ"),)
    sendings.save(sealed, replace(SENT, received_on=date(2026, 3, 31)))
    sendings.save(sealed, replace(SENT, way=SendingWay.STICK))
    assert len(sendings.outgoing(sealed, "D3")[0].sendings) == 2
    sendings.remove(sealed, SENT)
    assert [s.way for s in sendings.outgoing(sealed, "D3")[0].sendings] == [SendingWay.STICK]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"day": date(2999, 1, 1)}, "sending.day_to_come"),
        ({"version": 2}, "sending.not_sealed"),
        ({"received_on": date(2026, 3, 1)}, "sending.received_before"),
    ],
)
def test_what_cannot_be_is_refused(sealed, change, code):
    with pytest.raises(UserError) as raised:
        sendings.save(sealed, replace(SENT, **change))
    assert raised.value.code == code
    assert sendings.outgoing(sealed, "D3")[0].sendings == ()
