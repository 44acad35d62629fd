import { useEffect, useState } from 'react';

/** The page in one file carries the text; elsewhere it is a file beside the page. */
function addressOfLicences(): string {
  const carried = document.getElementById('licences')?.textContent;
  return carried ? URL.createObjectURL(new Blob([carried], { type: 'text/plain;charset=utf-8' })) : './licences.txt';
}

/** Whose work the page holds, and on what terms. */
export function Licences() {
  const [address, setAddress] = useState('./licences.txt');
  useEffect(() => {
    const found = addressOfLicences();
    setAddress(found);
    return () => URL.revokeObjectURL(found);
  }, []);
  return (
    <a href={address} target="_blank" rel="noreferrer">
      Licences
    </a>
  );
}
